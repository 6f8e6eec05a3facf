#!/usr/bin/env python3
"""Makes the inputs that fuzzing starts from, and the dictionaries of words it tries.

    make_seeds.py SOURCE OUTPUT

SOURCE is the project's folder. OUTPUT/seeds/TARGET gets small files in the form that each target reads (its first
comment says which); OUTPUT/dictionaries/TARGET.dict gets libFuzzer's format. Nothing of it is committed.
"""

import json
import pathlib
import re
import sys

SECRET = "7194830265"  # as fuzz/secret.hpp has it
PROFILES = ["yiwu", "wenling", "ruian", "base"]  # in the order of application_target.cpp
ENCODINGS = {0: "utf-8", 3: "gb18030"}  # Python's codec follows the edition of 2000


class Seeds:
    """The folder of one target's seeds."""

    def __init__(self, output, target):
        self.folder = output / "seeds" / target
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in self.folder.iterdir():
            old.unlink()

    def add(self, name, *parts):
        data = b"".join(part if isinstance(part, bytes) else part.encode() for part in parts)
        (self.folder / re.sub(r"[^A-Za-z0-9.-]+", "-", name)[:80]).write_bytes(data)


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def with_secrets(value):
    """The same document with the secret in every text that is no code."""
    if isinstance(value, dict):
        return {key: with_secrets(each) for key, each in value.items()}
    if isinstance(value, list):
        return [with_secrets(each) for each in value]
    is_code = isinstance(value, str) and re.fullmatch(r"[a-zA-Z0-9:-]*", value)
    return SECRET if isinstance(value, str) and not is_code else value


def application_seeds(source, output):
    seeds = Seeds(output, "application")
    for path in sorted((source / "examples/applications").glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        profile = PROFILES.index(document["profile"])
        for encoding, codec in ENCODINGS.items():
            first = bytes([profile + 4 * encoding, 1])
            seeds.add(f"{path.stem}-{codec}", first, compact(document).encode(codec))
        seeds.add(f"{path.stem}-secret", bytes([profile, 0]), compact(with_secrets(document)))
    for name, text in {
        "nothing": "{}",
        "nulls": '{"father":null,"mother":{"hukou":null},"newborns":[{},{"hepatitis_b":null}]}',
        "services": '{"services":["maternity-benefit"],"newborns":[]}',
        "escapes": '{"mother":{"name":"\\u738b\\ud842\\udfb7","hukou":{"address":"\\ue000\\u0001"}}}',
        "number": '{"birth":{"parity":1e400},"newborns":[{"weight_g":-0.50e1}]}',
        "twice": '{"father":{},"father":null}',
        "unknown-key": '{"mother":{"nmae":"x"}}',
        "refused": f'{{"mother":"{SECRET}","evidence":[{{"type":"{SECRET}"}}]}}',
        "documents": '{"newborns":[{}],"evidence":[{"type":"id-card","holder":null},{"type":"passport","newborn":0,"as":"scan"}]}',
    }.items():
        seeds.add(name, bytes([0, 1]), text)


def small_profile(source):
    header = (source / "tests/application_profile.hpp").read_text("utf-8")
    return re.search(r'R"json\((.*?)\)json"', header, re.S).group(1)


CITY_RULES = ("lanes", "shares", "promises", "competences", "operators", "deliveries", "tolerances", "absorbs")


def cut_rows(document, base, services):
    """Some rows of every table of a city and of the base below it."""
    kept = {key: value for key, value in base.items() if key not in ("fields", "reference", "note", "derivations", "checks")}
    kept["services"] = [{**row, "form": row["form"][:3], "evidence": row.get("evidence", [])[:3]}
                        for row in base["services"] if row["id"] in services]
    for key, rows in document.items():
        if key in CITY_RULES:
            kept[key] = [row for row in rows if services.issuperset(row.get("services", []))][:2]
        elif key in ("channels", "opening_hours"):
            kept[key] = rows[:2]
        elif key in ("jurisdiction", "window", "valid"):
            kept[key] = rows
        elif key == "organisations":
            kept[key] = base[key] + [row for row in rows if row["id"] not in {each["id"] for each in base[key]}]
    kept["derivations"] = base["derivations"][:3]
    kept["checks"] = base["checks"][:3]
    return kept


def cut(document, base):
    """A profile that stands alone and is small: the city's rules over a few fields and services of the base."""
    kept = cut_rows(document, base, {"birth-certificate", "hukou-registration"})
    kept["id"] = document["id"] + "-cut"
    text = compact(kept)
    evidence = compact([kept["services"], kept.get("shares", []), kept.get("absorbs", []), kept.get("tolerances", [])])
    kept["evidence"] = [{**row, "alternatives": []} for row in base["evidence"] if f'"{row["id"]}"' in evidence]
    kept["fields"] = [{key: row[key] for key in ("id", "label", "type", "codes", "format", "source", "owner") if key in row}
                      for row in base["fields"] if re.search(rf"\b{re.escape(row['id'])}\b", text)]
    return kept


def layers():
    """Layers over the small profile of the tests: a part of each table."""
    label = {"zh": "文", "en": "text"}
    rule = {"source": "T", "reason": label}
    return {
        "title": {"title": label},
        "check": {"checks": [{"id": "c", "severity": "warning", "when": 'mother.name = father.name', "path": "mother.name",
                              "message": label, "source": "T"}]},
        "derivation": {"derivations": [{"id": "d", "field": "settlement.with", "when": "father = null",
                                        "value": '"mother"', "source": "T"}]},
        "lane": {"lanes": [{"id": "l", "services": ["benefit"], "when": 'settlement.with = "father"', "lane": "elsewhere",
                            "go_to": {"organisation": "office"}, **rule}]},
        "share": {"shares": [{"id": "s", "organisation": "office", "evidence": ["id-card"], "fields": ["mother.phone"],
                              "when": "birth.licensed", "otherwise": label, **rule}]},
        "promise": {"window": {"joint": True, "label": label, "source": "T"},
                    "promises": [{"id": "p", "services": ["certificate"], "within": {"working_days": 3}, **rule}]},
        "evidence": {"services": [{"id": "certificate", "evidence": [
            {"type": "id-card", "holder": "mother", "original": 1, "copies": 1, "when": 'mother.hukou.division != "330782"', **rule}],
            "outputs": {"evidence": ["birth-certificate"]}}]},
        "channel": {"channels": [{"id": "hospital", "label": label, "source": "T"}],
                    "operators": [{"id": "o", "operator": "office", **rule}]},
        "removal": {"services": [{"id": "benefit", "remove": True}]},
        "option": {"options": [{"id": "x", "label": label, "source": "T"}], "enable": ["x"]},
        "field": {"fields": [{"id": "newborn.weight_g", "label": label, "type": "number", "min": 1, "source": "T"}]},
    }


def profile_seeds(source, output):
    seeds = Seeds(output, "profile")
    base = json.loads((source / "profiles/base.json").read_text("utf-8"))
    seeds.add("small", bytes([0]), small_profile(source))
    for city in PROFILES[:3]:
        text = (source / f"profiles/{city}.json").read_text("utf-8")
        seeds.add(city, bytes([0]), compact(json.loads(text)))
        alone = cut(json.loads(text), json.loads(json.dumps(base)))
        seeds.add(f"{city}-alone", bytes([4]), compact(alone))
        seeds.add(f"{city}-gb18030", bytes([3]), compact(alone).encode("gb18030"))
    for name, members in layers().items():
        seeds.add(f"layer-{name}", bytes([0]), compact({"id": "top", "extends": "small", **members}))
    seeds.add("circle", bytes([0]), '{"id":"small","extends":"small"}')
    seeds.add("over-yiwu", bytes([0]), '{"id":"top","extends":"yiwu","checks":[{"id":"born-after-application","remove":true}]}')


def conditions_in(value):
    if isinstance(value, dict):
        for key, each in value.items():
            if key in ("when", "value") and isinstance(each, str):
                yield each
            yield from conditions_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from conditions_in(each)


EXPRESSIONS = """
mother.hukou.division = "330782" and not(father = null or father.name = mother.name)
some n in newborns satisfies n.weight_g < 2500
every n in newborns satisfies n.sex in ("1", "2")
for n in newborns return n.weight_g + 1
newborns[sex = "2"].weight_g
count(newborns[weight_g < 2500]) > 1
if local then marriage.status else "10"
birth.weight between 1 and 5 or birth.weight in [1..5]
(birth.weight ** 2 - 1) / 3 >= modulo(7, -3)
applied on + @"P1M" > @"2019-06-10"
@"2019-05-06T14:30:00+08:00" - @"2019-05-06T14:30:00@Asia/Shanghai"
date and time("2019-05-06T24:00:00").time
years and months duration(@"2019-01-01", @"2020-02-29")
@"-P1DT2H3M4.5S" instance of days and time duration
string(@"14:30:00.123456789Z")
substring("\\U020BB7文", 2, 1)
replace("abc", "(a)(b)", "$2$1")
matches("2019-05", "^[0-9]{4}-\\\\d+$", "i")
split("a;b;c", ";")[-1]
{a: 1, b: {c: a + 1}}.b.c
get entries({a: 1})[1].key
sort([3, 1, 2], function(x, y) x < y)
{f: function(a) function(b: number) a + b, g: f(1), r: [g(2), f(b: 2)(3)]}.r
(function(f, x) f(f(x)))(function(n) n * 2, birth.weight)
list replace([1, 2], function(item, newItem) item < newItem, 2)
for i in 0..4 return if i = 0 then 1 else i * partial[-1]
context put(context merge([{a: {b: 1}}, context({key: "c", value: 2})]), ["a", "b"], 2)
range("[@\\"2019-05-06\\"..date(\\"2019-05-07\\")]")
list contains([null, birth.weight], null)
concatenate([1], [2, 3])[item > 1]
distinct values([1, 1.0, "1"])
mean([1, 2, 3, 10 ** 33])
overlaps([1..5], (5..9])
decimal(1/3, 2) = .33
shout loudly(mother.name)
string length(mother.name) > 1
is defined(father.name)
"""


def expression_seeds(source, output):
    seeds = Seeds(output, "expression")
    found = [line for line in EXPRESSIONS.splitlines() if line]
    found += re.findall(r"^\| `([^`]+)` \|", (source / "docs/conditions.md").read_text("utf-8"), re.M)
    found += re.findall(r"birthcase eval '([^']+)'", (source / "docs/conditions.md").read_text("utf-8"))
    for path in sorted((source / "profiles").glob("*.json")):
        found += conditions_in(json.loads(path.read_text("utf-8")))
    for number, text in enumerate(dict.fromkeys(found)):
        seeds.add(f"{number:03}", bytes([number % 3]), text)


def gb18030_seeds(output):
    seeds = Seeds(output, "gb18030")
    text = "王芳 李晓梅 㛃𠮷䶮龴\uE000\uE5E5\uE81E\u9FB4\uFE10\u1E3Fḿ€２０１９\n㐀\U0010FFFF"
    seeds.add("names-utf8", text)
    seeds.add("names-gb18030", text.encode("gb18030"))
    for lead in (0x81, 0x84, 0xA3, 0xA6, 0xA8, 0xAA, 0xF8, 0xFE):
        trails = [trail for trail in range(0x40, 0xFF) if trail != 0x7F]
        seeds.add(f"two-bytes-{lead:02x}", b"".join(bytes([lead, trail]) for trail in trails[::3]))
    for first in (0x81308130, 0x8135F436, 0x82359036, 0x84318235, 0x8431A439, 0x8431A530, 0x90308130, 0xE3329A35, 0xE3329A36):
        seeds.add(f"four-bytes-{first:08x}", first.to_bytes(4, "big"))
    for name, data in {
        "cut": b"\xCD\xF5\x81\x30", "euro": b"\x80", "ff": b"a\xFF", "surrogate": b"\xED\xA0\x80", "overlong": b"\xC0\x80",
        "past-the-end": b"\xF4\x90\x80\x80", "nul": b"a\0b", "decomposed": "e\u0301\uFB01①Ａ각\u1100\u1161".encode(),
    }.items():
        seeds.add(name, data)


def calls_seeds(output):
    """Calls are numbered; what a number means is for the target. Many short lists of all of them reach every call."""
    seeds = Seeds(output, "calls")
    for call in range(24):
        for shift in range(3):
            arguments = bytes((7 * call + 5 * each + 3 + 11 * shift) % 256 for each in range(8))
            again = bytes([call]) + bytes([3 + shift, 9, 6, 1 + call % 4, 8, 40, 12, 2])
            seeds.add(f"{call:02}-{shift}", bytes([shift]), bytes([call]) + arguments, again, bytes([14, 0, 0, 9, 0, 9, 6, 0, 9]))
    for name, fact in (("mother", 0), ("newborn", 18), ("services", 14)):
        puts = b"".join(bytes([0, 0, 9, 6, fact, place, 6, value]) for place in (0, 1, 2) for value in range(26))
        seeds.add(f"put-{name}", bytes([0]), puts[:600])


def case_calls_seeds(output):
    """Lives of a case: opened, accepted, dispatched and answered, and every command at every stage."""
    seeds = Seeds(output, "case_calls")
    def do(command, moment=0):
        return bytes([0, 9, 9, command, 9, moment])  # the right handle, usual texts

    stages = {"draft": b"", "accepted": do(2, 1), "dispatched": do(2, 1) + do(3, 1), "answered": do(2, 1) + do(3, 1) + do(6, 1)}
    for stage, before in stages.items():
        for command in range(26):
            seeds.add(f"{stage}-{command:02}", bytes([command % 4, command % 2]), do(0), before, do(command, 2) + do(3, 2),
                      bytes([4, 9, 0, 9, 5, 9, 9, 2, 6, 9, 11, 7, 9, 9, 0]))
    for odd in range(32):
        seeds.add(f"odd-{odd:02}", bytes([0, 0]), do(0), bytes([odd % 8, odd, odd, odd % 5, odd, 3, odd, 1, 2, 3]))


def case_seeds(source, output):
    """Commands to a new case (0), a draft (1), one under way (2), one that is over (3); a log (4): case_target.cpp."""
    seeds = Seeds(output, "case")
    facts = {"mother.name": SECRET, "newborns[0].weight_g": 3200, "father": None, "mother.phone": {"unknown": True}}
    paper = {"type": "id-card", "holder": "mother", "newborn": 0, "as": "scan"}
    commands = [
        {"do": "open", "application": json.loads((source / "examples/applications/yiwu-twins.json").read_text("utf-8"))},
        {"do": "set-facts", "facts": facts}, {"do": "hand-in", "evidence": [paper]},
        {"do": "accept", "deferred": [{"type": "id-card", "until": "2019-07-01"}]}, {"do": "dispatch"},
        {"do": "answer", "message": "fuzz-1:birth-certificate#1:1", "step": "birth-certificate#1", "result": "completed",
         "outputs": {"newborns[0].birth_certificate.number": "T330000001"}},
        {"do": "answer", "message": "fuzz-1:birth-certificate#1:1", "result": "returned", "wanted_facts": ["mother.phone"],
         "wanted_evidence": [paper], "reason": SECRET},
        {"do": "retry", "step": "hukou-registration#1"},
        {"do": "supplement", "step": "birth-certificate#2", "facts": {"newborns[1].name": SECRET}, "evidence": [paper]},
        {"do": "correct", "facts": facts, "reason": SECRET, "document": "id-card", "authority": "public-security"},
        {"do": "deliver", "reference": SECRET}, {"do": "withdraw", "step": "birth-certificate#1"},
        {"do": "record-death", "newborn": 1}, {"do": "close"}, {"do": "erase"}]
    for command in commands:
        for moment in range(4):
            seeds.add(f"{command['do']}-{moment}-{len(command)}", bytes([moment]), compact(command | {"by": "fuzz"}))
    for path in sorted((source / "examples/applications").glob("*.json")):
        head = {"sequence": 1, "at": "2019-06-10T09:30", "by": "fuzz", "type": "opened"}
        told = {"application": path.read_text("utf-8")}
        opened = head | {"data": {"case_id": "fuzz-1", "profile": "yiwu"}, "personal": told}
        more = [{"sequence": 2, "at": "2019-06-10T09:31", "by": "fuzz", "type": "facts-set", "personal": {"facts": facts}},
                {"sequence": 3, "at": "2019-06-10T09:32", "by": "fuzz", "type": "withdrawn"}]
        seeds.add(f"log-{path.stem}", bytes([4]), compact([opened, *more]))


def values_seeds(source, output):
    seeds = Seeds(output, "values")
    small = [
        ["2019-05-06", "2020-02-29", "2019-02-29", "1400-01-01", "9999-12-31"],
        ["2019-05-06T14:30", "2019-05-06T14:30:15", "2019-05-06T14:30+08:00", "2019-05-06T24:00"],
        ["1 3", "-0.50e1 .5", "12345678901234567890.12345678901234 1e-6000", "1e6144 9.99e6144", "2 0.5", "-7 3"],
        ["330782199103120022", "３３０７８２１９９１０３１２００２２", "91330782MA28E0000X", "6228480000000000018", "+86 138-0000-0001",
         "0579-85550000", "H12345678", "E123456789", "A330000001", "810000199408230021", "911124198108030024", "330782910312002"],
    ]
    for reader, texts in enumerate(small):
        for number, text in enumerate(texts):
            seeds.add(f"{reader}-{number}", bytes([reader]), text)
    notices = json.loads((source / "profiles/calendar/2019.json").read_text("utf-8"))
    seeds.add("notices", bytes([4]), compact(notices))
    head = "".join((source / "profiles/codes/gbt-2260.tsv").read_text("utf-8").splitlines(True)[:20])
    seeds.add("table", bytes([5]), head)
    seeds.add("table-small", bytes([5]), "# standard: X\ncode\tzh\ten\talso\tfrom\tuntil\n1\t男\tmale\t\t1980\t1990\n1\t女\t\tA\t1991\t\n")
    for number, text in enumerate(["08:30-12:00,13:30-17:00", "00:00-24:00", "12:00-08:30", "08:30-12:00,11:00-12:30"]):
        seeds.add(f"hours-{number}", bytes([6]), text)


def store_seeds(output):
    """Choices for damaged files and changed exports; calls on a store as in case_calls, with a store's own between."""
    damaged = Seeds(output, "store_file")
    for kind in range(14):
        damaged.add(f"kind-{kind:02}", bytes([kind, 1, 3 + 5 * kind, 7, 40 + kind, kind, 9, 11, 13, 1]))
    changed = Seeds(output, "import")
    for case in range(6):
        for change in range(9):
            changed.add(f"{case}-{change}", bytes([case, change % 3, 6 - change % 2, 2, change, 1, 1, change, 3, 5, change, 2, 7, 1]))
    calls = Seeds(output, "store_calls")
    opened = bytes([4, 9, 9, 0, 1, 0, 9, 0])
    def do(command, moment=1):
        return bytes([0, 9, 9, 0, 9, command, 9, moment, 1])
    lease = bytes([7, 9, 9, 0, 9, 0, 9, 1, 1, 2])
    dead = bytes([20, 9, 9, 0, 9, 0, 9, 1, 9, 0, 1, 1, 0])
    arrived = bytes([9, 9, 9, 0, 9, 0])
    before = opened + do(2) + do(3) + lease
    lives = (before + arrived + do(6, 2), before + dead, before + dead + arrived + do(6, 2))
    for call in range(24):
        for odd, life in enumerate(lives):
            calls.add(f"{call:02}-{odd}", bytes([call % 4, odd % 2]), life, bytes([call] + [(5 * odd + 9 + each) % 16 for each in range(10)]),
                      bytes([14, 9, 9, 5]))


def words_of(value):
    """Keys and kebab-case ids of a document."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from words_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from words_of(each)
    elif isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9_.-]{2,40}", value):
        yield value


def write_dictionary(output, target, words):
    folder = output / "dictionaries"
    folder.mkdir(parents=True, exist_ok=True)
    def escaped(word):
        return "".join(chr(byte) if 0x20 <= byte < 0x7F and chr(byte) not in '"\\' else f"\\x{byte:02X}" for byte in word.encode())
    lines = [f'"{escaped(word)}"\n' for word in sorted(set(words)) if word]
    (folder / f"{target}.dict").write_text("".join(lines))


def dictionaries(source, output):
    profiles = [json.loads(path.read_text("utf-8")) for path in sorted((source / "profiles").glob("*.json"))]
    fields = {part for profile in profiles for row in profile.get("fields", []) for part in row["id"].split(".")}
    ids = {row["id"] for profile in profiles for key in ("services", "evidence", "holders", "channels") for row in profile.get(key, [])}
    json_words = ["null", "true", "false", "[]", "{}", "\\u", "1e9", '":', '","', "newborns", "as", "type", "holder", "newborn"]
    write_dictionary(output, "application", fields | ids | set(json_words) | {SECRET, "original", "scan", "copy", "2019-05-06T14:30"})
    write_dictionary(output, "profile", set(words_of(profiles)) | set(json_words))
    own = (source / "fuzz/dictionaries/expression.txt").read_text("utf-8").split("\n")
    write_dictionary(output, "expression", own)
    write_dictionary(output, "gb18030", ["\uE81E", "\u9FB4", "\u1E3F", "𠮷", "\u0301"])
    write_dictionary(output, "calls", ["\0\0\t\6\0\1\6\0", "\x0e\0\0\t\0\t\6\0\t"])
    write_dictionary(output, "case_calls", ["\0\t\t\2\t\1", "\0\t\t\3\t\1"])
    for target in ("store_file", "import"):
        write_dictionary(output, target, ["\0\1", "\1\1\1"])
    write_dictionary(output, "store_calls", ["\0\t\t\0\t\2\t\1\1", "\t\t\t\0\t\0"])
    write_dictionary(output, "case", fields | ids | set(json_words) | {
        SECRET, "do", "by", "fuzz", "facts", "evidence", "step", "message", "result", "outputs", "sequence", "at", "data",
        "personal", "newborns[0].", "newborns[15].", "fuzz-1:birth-certificate#1:1", "birth-certificate#2", "2019-06-10T10:00",
        "step-completed", "replanned", "accepted", "supplemented", "step-readied", "added", "steps", "after", "due"})
    write_dictionary(output, "values", ["2019-05-06", "T14:30", "+08:00", "number", "announced", "off", "work", "first", "last", "# standard: ",
                                        "\tcode", "\tzh", "\tfrom", "\tuntil", "e+6144", "e-6176", "08:30-12:00", "X", "０"])


def main():
    source, output = map(pathlib.Path, sys.argv[1:])
    application_seeds(source, output)
    profile_seeds(source, output)
    expression_seeds(source, output)
    gb18030_seeds(output)
    calls_seeds(output)
    case_calls_seeds(output)
    store_seeds(output)
    case_seeds(source, output)
    values_seeds(source, output)
    dictionaries(source, output)


main()

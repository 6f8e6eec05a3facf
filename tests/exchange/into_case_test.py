"""Messages of a hospital into a case: opened, completed, corrected, sent again, and older ones.

    into_case_test.py BIRTHCASE SOURCE_DIR
"""

import json
import pathlib
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
SAMPLES = SOURCE / "tests" / "exchange" / "samples"

HEADER = "MSH|^~\\&|HIS|H|BC|W|2019060815%02d00||ADT^%s|%s|P|2.5.1||||||UNICODE UTF-8\r"
BABY = ("PID|1||N%d||||201906081420|F|||||||||||||ZY001||||%d\rNK1|1|李晓梅|MTH||13800000001\r"
        "OBX|1|NM|8339-4^^LN||%d|g\r")


def message(minute, event, control, newborn, weight):
    return HEADER % (minute, event, control) + BABY % (newborn, newborn, weight)


class Desk:
    """One store, and the commands on it."""

    def __init__(self, folder):
        self.folder = folder
        self.minute = 0

    def run(self, *args, by="his"):
        self.minute += 1
        command = [PROGRAM, *args, "--store", "births.db", "--by", by, "--now", f"2019-06-09T08:{self.minute:02}"]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)

    def bring(self, *texts, map_="hl7-adt", by="his"):
        """The exit status and the lines after the summary."""
        names = []
        for number, text in enumerate(texts):
            names.append(f"m{number}.txt")
            pathlib.Path(self.folder, names[-1]).write_bytes(text.encode("utf-8"))
        done = self.run("import", map_, *names, "--profile", "yiwu", "--into", "c", "--lang", "en", by=by)
        assert done.returncode in (0, 1), done.stderr
        lines = done.stdout.splitlines()
        first = max(i for i, line in enumerate(lines) if " refused, " in line or line.startswith("not read"))
        return done.returncode, lines[first + 1:]

    def facts(self):
        done = subprocess.run([PROGRAM, "case", "show", "c", "--store", "births.db", "--json"], cwd=self.folder,
                              capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["application"]


def check(got, wanted):
    assert got == wanted, f"wanted {wanted}, got {got}"


def test_life_of_messages(desk):
    first = message(0, "A28", "M1", 1, 2530)
    corrected = message(30, "A08", "M3", 1, 2350)
    check(desk.bring(first), (0, ["c: draft opened with 7 facts"]))
    check(desk.bring(first), (0, ["c: nothing new"]))
    status, lines = desk.bring(message(5, "A28", "M2", 2, 2410))
    check((status, lines), (0, ["c: 4 facts added"]))
    check([baby["weight_g"] for baby in desk.facts()["newborns"]], [2530, 2410])
    check(desk.bring(corrected), (0, ["c: 1 fact added", "c: 1 of them corrected"]))
    check([baby["weight_g"] for baby in desk.facts()["newborns"]], [2350, 2410])
    status, lines = desk.bring(first)
    assert status == 1 and "an older record" in lines[0] and "newborns[0].weight_g" in lines[0], lines
    check(desk.facts()["newborns"][0]["weight_g"], 2350)
    status, lines = desk.bring(message(40, "A08", "M4", 2, 2140))
    check([baby["weight_g"] for baby in desk.facts()["newborns"]], [2350, 2140])


def test_a_window_is_not_undone(desk):
    desk.bring(message(0, "A28", "M1", 1, 2530))
    done = desk.run("case", "set", "c", "newborns[0].weight_g=2500", by="window-1")
    assert done.returncode == 0, done.stderr
    for text in (message(0, "A28", "M1", 1, 2530), message(30, "A08", "M3", 1, 2350)):
        status, lines = desk.bring(text)
        assert status == 1 and "newborns[0].weight_g" in lines[0] and "older" not in lines[0], lines
        check(desk.facts()["newborns"][0]["weight_g"], 2500)


def test_two_documents_are_one_case(desk):
    first = (SAMPLES / "c0015.xml").read_text(encoding="utf-8")
    second = first.replace("CDA-1", "CDA-2").replace('"20190608142000"', '"20190608142600"').replace("2530", "2410")
    status, lines = desk.bring(first, second, map_="cda-c0015")
    assert status == 0 and len(lines) == 1 and "c: draft opened" in lines[0], lines
    check([baby["weight_g"] for baby in desk.facts()["newborns"]], [2530, 2410])


def test_acknowledgement(desk):
    pathlib.Path(desk.folder, "m.txt").write_bytes(message(0, "A28", "M1", 1, 2530).encode("utf-8"))
    done = subprocess.run([PROGRAM, "import", "hl7-adt", "m.txt", "--acknowledge"], cwd=desk.folder, capture_output=True,
                          check=False)
    assert done.returncode == 0 and b"\rMSA|AA|M1\r" in done.stdout, done
    pathlib.Path(desk.folder, "m.txt").write_bytes(b"PID|1\r")
    done = subprocess.run([PROGRAM, "import", "hl7-adt", "m.txt", "--acknowledge"], cwd=desk.folder, capture_output=True,
                          check=False)
    assert done.returncode == 2 and b"\rMSA|AR|\r" in done.stdout, done


def main():
    for name, test in sorted(globals().items()):
        if not name.startswith("test_"):
            continue
        with tempfile.TemporaryDirectory() as folder:
            test(Desk(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())

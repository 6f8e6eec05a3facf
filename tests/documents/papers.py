"""The papers of example births and of hard ones, made by examples/cpp/papers.cpp."""
import copy
import json
import pathlib
import re
import subprocess

LONG_NAME = "阿卜杜热合曼·买买提艾力·图尔荪江·吐尔逊·玉素甫江·艾合买提江·依不拉音"
HOSTILE_NAME = "</td></table><script>alert(1)</script>&\"'\u202e"
FORM = re.compile(r"(?P<case>.+)\.form\.(?P<language>zh|en)\.html")


def put(application, path, value):
    *groups, key = path
    for group in groups:
        application = application[group]
    application[key] = value


def hard_ones(examples):
    """Births that are hard to print, by name."""
    def example(name):
        return copy.deepcopy(json.loads((examples / f"{name}.json").read_text(encoding="utf-8")))

    scans = example("yiwu-twins")
    for document in scans["evidence"]:
        document["as"] = "scan"
    yield "hard-twins-scanned", scans

    fatherless = example("yiwu-unmarried-mother")
    fatherless["father"] = None
    yield "hard-no-father", fatherless

    wide = example("ruian-with-benefit")
    put(wide, ("mother", "name"), LONG_NAME)
    put(wide, ("newborns", 0, "name"), "王𠮷䶮㛃")
    put(wide, ("mother", "hukou", "address"), "浙江省温州市瑞安市" + "很长的路名" * 38)
    put(wide, ("card", "bank"), "W" * 70)
    yield "hard-wide", wide

    hostile = example("yiwu-twins")
    put(hostile, ("newborns", 0, "name"), HOSTILE_NAME)
    put(hostile, ("mother", "name"), HOSTILE_NAME)
    put(hostile, ("residence", "village"), "\u0007<b>\u2066路")
    yield "hard-hostile", hostile

    for profile in ("base", "ruian", "wenling"):
        yield f"hard-nothing-{profile}", {"profile": profile}


def print_papers(program, examples, folder, wanted=None):
    """Writes the papers into `folder`/papers; gives the applications' files by name."""
    applications = {file.stem: file for file in sorted(examples.glob("*.json"))}
    for name, application in hard_ones(examples):
        applications[name] = folder / f"{name}.json"
        applications[name].write_text(json.dumps(application, ensure_ascii=False), encoding="utf-8")
    if wanted is not None:
        applications = {name: applications[name] for name in wanted}
    subprocess.run([program, folder / "papers", *applications.values()], check=True, stdout=subprocess.DEVNULL,
                   timeout=120)
    return applications


def html_of(folder):
    return sorted(pathlib.Path(folder / "papers").glob("*.html"))

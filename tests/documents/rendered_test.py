"""Papers in Chromium, laid out for A4 and some of them printed: every box that is asked for is there once, nothing is
wider than the paper, nothing is loaded.

    rendered_test.py PAPERS_PROGRAM APPLICATIONS_DIR BIRTHCASE_PROGRAM

Skips (77) where Chromium or poppler-utils is missing.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import browser
from papers import FORM, HOSTILE_NAME, LONG_NAME, html_of, print_papers

BIRTHS = ["yiwu-half-filled", "hard-twins-scanned", "hard-no-father", "hard-wide", "hard-hostile", "hard-nothing-wenling"]
PRINTED = re.compile(r"hard-wide\.(form|notice|receipt)\.\w+|hard-twins-scanned\.(form|undertaking|hand-over\.public-security)\.zh|"
                     r"yiwu-half-filled\.form\.zh|hard-hostile\.notice\.en")
A4 = (595.28, 841.89)  # points
BETWEEN_MARGINS = 680  # pixels of 1/96 inch: 180 mm
MARGIN = 14 / 25.4 * 72  # the narrowest of the style sheet
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')

# What is there to be seen: the boxes with their labels, and what is wider than its paper or cell.
LOOK = """(() => {
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.width > 0 && box.height > 0 && style.visibility === 'visible' && style.opacity !== '0';
  };
  const own = (element) => [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('');
  const boxes = [...document.querySelectorAll('table.boxes tbody th')].map((label) => ({
    label: own(label), required: label.querySelector('abbr') !== null, seen: seen(label) && seen(label.nextElementSibling),
    fact: label.nextElementSibling.dataset.fact || '', text: label.nextElementSibling.innerText,
  }));
  const main = document.querySelector('main').getBoundingClientRect();
  const wide = [...document.querySelectorAll('main *')].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > main.right + 0.5 || box.left < main.left - 0.5 ||
        (/^T[DH]$/.test(element.tagName) && element.scrollWidth > element.clientWidth + 1));
  }).map((element) => element.tagName + ' ' + element.textContent.slice(0, 40));
  return {boxes, wide, page: document.documentElement.scrollWidth - window.innerWidth,
          scripts: document.scripts.length, text: document.body.innerText};
})()"""


def asked_for(birthcase, application, language):
    """The fields that the plan asks for: label by fact."""
    day = [] if "applied_at" in json.loads(application.read_text(encoding="utf-8")) else ["--as-of", "2019-06-10"]
    plan = json.loads(subprocess.run([birthcase, "plan", "--json", "--lang", language, *day, application],
                                     capture_output=True, check=False, timeout=60).stdout)
    return {field["id"]: field["label"] for field in plan["form"]["fields"]
            if field["source"] in ("applicant", "undetermined")}


def faults_of_form(look, asked):
    boxes = look["boxes"]
    for fact, label in asked.items():
        found = [box for box in boxes if box["fact"] == fact]
        if len(found) != 1:
            yield f"{fact} has {len(found)} boxes"
        elif found[0]["label"] != label or not found[0]["seen"]:
            yield f"the box of {fact} shows {found[0]}"
        whose = re.sub(r"^newborns\[\d+\]", "newborn", fact)
        same = [box for box in boxes if re.sub(r"^newborns\[\d+\]", "newborn", box["fact"]) == whose]
        if sum(box["label"] == label for box in boxes) != len(same):
            yield f"the label {label} stands elsewhere too"


def faults_of_layout(page, file, look):
    if page.requests != [file.as_uri()]:
        yield f"asks for {page.requests}"
    if look["scripts"]:
        yield "has a script"
    for wide in look["wide"]:
        yield f"wider than its place: {wide}"
    if look["page"] > 0:
        yield f"{look['page']} pixels wider than the paper"


def faults_in_print(pdf):
    info = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    size = tuple(map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info).groups()))
    if any(abs(is_ - wanted) > 1.5 for is_, wanted in zip(size, A4)):
        yield f"printed on {size}"
    if int(re.search(r"Pages:\s+(\d+)", info)[1]) > 7:
        yield "more than seven pages"
    words = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True).stdout
    words = WORD.findall(words)
    if len(words) < 20:
        yield "hardly a word is printed"
    for left, top, right, bottom, word in words:
        if float(left) < MARGIN - 1 or float(right) > A4[0] - MARGIN + 1 or float(top) < 0 or float(bottom) > A4[1]:
            yield f"in the margin: {word}"


def faults_of_texts(files, texts):
    """Names arrive as they are; what steers the direction of writing does not."""
    shown = HOSTILE_NAME.replace("\u202e", "\ufffd")
    for name, wanted in (("hard-wide.form.zh", LONG_NAME), ("hard-wide.form.en", "王𠮷䶮㛃"), ("hard-hostile.form.zh", shown)):
        if wanted not in texts[f"{name}.html"]:
            yield f"{name}: {wanted} is not there as text"
    for name in files:
        if re.search("[\u202a-\u202e\u2066-\u2069\u0000-\u0008]", texts[name]):
            yield f"{name}: a character that steers"


def check(folder, applications, birthcase):
    files = html_of(folder)
    texts = {}
    printed = 0
    with browser.Browser() as page:
        page.call("Emulation.setEmulatedMedia", media="print")
        page.call("Emulation.setDeviceMetricsOverride", width=BETWEEN_MARGINS, height=1000, deviceScaleFactor=1,
                  mobile=False)
        for file in files:
            page.open(file)
            look = page.evaluate(LOOK)
            texts[file.name] = look["text"]
            faults = list(faults_of_layout(page, file, look))
            form = FORM.fullmatch(file.name)
            if form:
                asked = asked_for(birthcase, applications[form["case"]], form["language"])
                assert len(asked) > 10, f"{file.name}: hardly anything is asked"
                faults += faults_of_form(look, asked)
            if PRINTED.fullmatch(file.stem):
                pdf = file.with_suffix(".pdf")
                page.print_to(pdf)
                faults += faults_in_print(pdf)
                printed += 1
            for fault in faults:
                yield f"{file.name}: {fault}"
    print(f"{len(files)} papers of {len(applications)} births, {printed} printed")
    assert printed == 11, "not the papers that were to be printed"
    yield from faults_of_texts([file.name for file in files], texts)


def main():
    missing = [name for name, found in (("chromium", browser.program()), ("pdfinfo", shutil.which("pdfinfo")),
                                        ("pdftotext", shutil.which("pdftotext"))) if not found]
    if missing:
        print(f"skipped: {', '.join(missing)} is not installed")
        sys.exit(77)
    program, examples, birthcase = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        applications = print_papers(program, examples, folder, BIRTHS)
        faults = list(check(folder, applications, birthcase))
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

"""The HTML of every paper of every example and of hard births is well-formed to a strict parser, loads nothing, and can be
heard as well as seen: headings, heads of rows and columns, a language.

    well_formed_test.py PAPERS_PROGRAM APPLICATIONS_DIR
"""
import pathlib
import re
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter

from papers import html_of, print_papers

ALLOWED = set("html head meta title style body main header h1 h2 p ol li dl div dt dd span small bdi abbr table colgroup col "
              "thead tbody tr th td footer".split())
ATTRIBUTES = set("lang charset http-equiv content name class style colspan scope role aria-level title data-fact".split())
KINDS = {"form", "notice", "receipt", "undertaking", "hand-over"}


def faults_of(file):
    text = file.read_text(encoding="utf-8")
    if not text.startswith("<!DOCTYPE html>\n"):
        yield "no doctype"
    root = ElementTree.fromstring(text)  # expat: any fault of nesting, escaping or encoding raises
    language = file.name.split(".")[-2]
    if root.get("lang") != {"zh": "zh-CN", "en": "en"}[language]:
        yield f"the language is {root.get('lang')}"
    elements = list(root.iter())
    for unknown in {element.tag for element in elements} - ALLOWED:
        yield f"an element <{unknown}>"
    for unknown in {name for element in elements for name in element.attrib} - ATTRIBUTES:
        yield f"an attribute {unknown}"
    style = "".join(element.text for element in elements if element.tag == "style")
    if re.search(r"url\s*\(|@import|expression|\\(?![0-9a-f]+ )", style):
        yield "the style sheet loads something, or escapes by another way than numbers"
    if len(root.findall(".//h1")) != 1 or not root.find(".//h1").text:
        yield "no title"
    yield from faults_of_tables(root)
    facts = Counter(element.get("data-fact") for element in elements if element.get("data-fact"))
    for fact, count in facts.items():
        if count != 1:
            yield f"{fact} stands {count} times"
    if ".form." in file.name and len(facts) < 20:
        yield f"only {len(facts)} boxes"


def faults_of_tables(root):
    for table in root.iter("table"):
        width = len(table.findall("colgroup/col"))
        for row in table.iter("tr"):
            if sum(int(cell.get("colspan", "1")) for cell in row) != width:
                yield f"a row that is not {width} columns wide: {''.join(row.itertext())}"
        for cell in table.iter("th"):
            if cell.get("scope") not in ("row", "col", "colgroup"):
                yield "the head of neither a row nor a column"
        for row in table.findall("tbody/tr"):
            if row.find("th") is None:
                yield f"a row without a head: {''.join(row.itertext())}"


def main():
    program, examples = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        applications = print_papers(program, examples, folder)
        files = html_of(folder)
        kinds = Counter(file.name.split(".")[1] for file in files)
        faults = [f"{file.name}: {fault}" for file in files for fault in faults_of(file)]
        if set(kinds) != KINDS or kinds["form"] != 2 * len(applications):
            faults.append(f"not all kinds of papers were made: {dict(kinds)}")
    print("\n".join(faults))
    print(f"{len(files)} papers of {len(applications)} births, {len(faults)} faults: {dict(kinds)}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

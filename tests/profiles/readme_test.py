"""profiles/tests/README.md: each case that its tables name stands in the file that they name.

usage: readme_test.py FOLDER
"""
import json
import pathlib
import re
import sys

ROW = re.compile(r"^\| .* \| ([a-z0-9-]+): (.+) \|$")


def names_in(document):
    return {case["name"] for case in json.loads(document.read_text("utf-8"))["cases"]}


def main(folder):
    cases = {file.name.removesuffix(".birthcase.json"): names_in(file) for file in folder.glob("*.birthcase.json")}
    wrong = []
    cited = 0
    for line in (folder / "README.md").read_text("utf-8").splitlines():
        row = ROW.match(line)
        if row is None:
            continue
        cited += 1
        if row[2] not in cases.get(row[1], set()):
            wrong.append(f"{row[1]}.birthcase.json has no case '{row[2]}'")
    print(f"{cited} cases are cited from the sources, {sum(map(len, cases.values()))} stand in {len(cases)} files")
    print("\n".join(wrong))
    return 1 if wrong or cited == 0 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))

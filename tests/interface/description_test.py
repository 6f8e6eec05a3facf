#!/usr/bin/env python3
"""The description of the C interface is as its schema says, and what must not be is refused: a constant that changes or
goes, an error, a type or a function that does not exist. What is deprecated says so wherever it is described.

    description_test.py SOURCE_DIR
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

# What is changed in which file, and what the refusal says of it.
WRONG = [
    ("base", '"name": "BIRTHCASE_SYNTAX", "value": 1', '"name": "BIRTHCASE_SYNTAX", "value": 21', "BIRTHCASE_SYNTAX was 1"),
    ("base", '"name": "BIRTHCASE_GB18030_2000"', '"name": "BIRTHCASE_GB18030_1999"', "BIRTHCASE_GB18030_2000 was 3 and is gone"),
    ("plan", '"name": "birthcase_plan_text"', '"name": "birthcase_plan_number"', "described twice: birthcase_plan_number"),
    ("plan", '"BAD_ARGUMENT: of `without`"', '"BAD_ARGUMENTS: of `without`"', "there is no error 'BAD_ARGUMENTS'"),
    ("plan", '"as birthcase_plan_new"', '"as birthcase_plan_old"', "there is no error 'as birthcase_plan_old'"),
    ("case", '"name": "after", "type": "int64"', '"name": "after", "type": "int63"', "there is no type 'int63'"),
    ("store", '"errors": ["as birthcase_store_do"', '"errors": [}', "store.json"),
]


def generated(source, folder, subject, before, after):
    """What the generator says to a description that is changed so; what it writes is in the folder."""
    capi = pathlib.Path(folder) / "capi"
    shutil.copytree(source / "capi/interface", capi / "interface")
    shutil.copy(source / "capi/birthcase.constants", capi)
    file = capi / "interface" / f"{subject}.json"
    text = file.read_text(encoding="utf-8")
    assert before in text, f"{subject}.json does not have {before}"
    file.write_text(text.replace(before, after), encoding="utf-8")
    return subprocess.run([sys.executable, "-B", source / "capi/generate", "--root", folder],
                          capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)


def refusal(source, subject, before, after):
    with tempfile.TemporaryDirectory() as folder:
        run = generated(source, folder, subject, before, after)
        left = list(pathlib.Path(folder).rglob("*.h"))
        return f"{run.stderr}{'it wrote files all the same' if left or run.returncode == 0 else ''}"


def deprecated(source):
    """The files that do not say so of a function that is deprecated."""
    name, told = '"name": "birthcase_plan_text", "since": "0.1",', '"deprecated": {"since": "9.9", "instead": "another"},'
    with tempfile.TemporaryDirectory() as folder:
        generated(source, folder, "plan", name, f"{name} {told}")
        return [f"{file} does not say that a function is deprecated" for file in ("capi/birthcase_plan.h", "docs/reference-c.md")
                if "Deprecated since 9.9: another." not in (pathlib.Path(folder) / file).read_text(encoding="utf-8")]


def against_schema(folder):
    try:
        import jsonschema
    except ImportError:
        print("not held against the schema: python3-jsonschema is not installed")
        return []
    schema = jsonschema.Draft202012Validator(json.loads((folder / "interface.schema.json").read_text(encoding="utf-8")))
    files = [file for file in sorted(folder.glob("*.json")) if file.name != "interface.schema.json"]
    print(f"{len(files)} files")
    return [f"{file.name}: {error.json_path}: {error.message[:200]}" for file in files
            for error in schema.iter_errors(json.loads(file.read_text(encoding="utf-8")))]


def main():
    source = pathlib.Path(sys.argv[1])
    faults = against_schema(source / "capi/interface")
    for subject, before, after, expected in WRONG:
        said = refusal(source, subject, before, after)
        if expected not in said or "all the same" in said:
            faults.append(f"{subject}.json with {after}: expected a refusal with {expected!r}, got {said!r}")
    faults += deprecated(source)
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

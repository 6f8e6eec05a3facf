"""Functions of the headers give C, C# and Pascal the same bytes: as many that every kind of parameter is passed in each of
them, since the declarations are written by kinds of parameters.

    every_function.py CAPI_DIR PROGRAMS APPLICATION

What is about cases and stores has programs of its own, which open a case with APPLICATION and keep it in a file.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

import compare

SOURCES = sorted((pathlib.Path(__file__).parent / "programs").glob("every_*.c"))


LANGUAGES = ("c", "csharp", "pascal")


def text_of(files):
    return "".join(file.read_text(encoding="utf-8") for file in files)


def described(capi):
    """The functions of the description."""
    sys.path.insert(0, str(capi / "generate"))
    import model
    return model.Interface(capi / "interface").functions


def kinds(functions):
    """What the parameters of these functions are."""
    return {(slot.role, slot.kind or "") for function in functions for slot in function.slots}


def printed(program, *arguments):
    finished = subprocess.run([program, *arguments], capture_output=True, timeout=60, check=False)
    print(f"{program.name:24} {len(finished.stdout)} bytes")
    if finished.returncode != 0:
        sys.exit(f"{program.name}: {finished.stderr.decode(errors='replace')}")
    return finished.stdout


def compare_languages(programs, name, arguments):
    """Runs the program of each language; the first difference from C's ends this one."""
    with tempfile.TemporaryDirectory() as folder:
        outputs = {}
        for language in LANGUAGES:
            file = pathlib.Path(folder) / f"{language}.db"
            outputs[language] = printed(programs / f"{name}_{language}", *arguments, *([file] if arguments else []))
    of_c = outputs["c"]
    for language, of_other in outputs.items():
        if of_other != of_c:
            sys.exit(f"{language} prints something else than C\n{compare.excerpt(of_c, of_other)}")


def main():
    capi, programs = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    functions = described(capi)
    called = [function for function in functions if re.search(rf"\b{function.name}\(", text_of(SOURCES))]
    missing = kinds(functions) - kinds(called)
    print(f"{len(functions)} functions, {len(called)} called, {len(kinds(called))} kinds of parameters")
    if missing:
        sys.exit(f"every_function.c and its like pass no {', '.join(' '.join(each) for each in sorted(missing))}")
    compare_languages(programs, "every_function", [])
    compare_languages(programs, "every_case_function", [sys.argv[3]])
    return 0 if len(called) >= 71 else 1


if __name__ == "__main__":
    sys.exit(main())

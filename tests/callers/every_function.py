"""Every function of birthcase.h gives C, C# and Pascal the same bytes.

    every_function.py birthcase.h PROGRAMS
"""
import pathlib
import re
import subprocess
import sys

import compare

SOURCE = pathlib.Path(__file__).parent / "programs" / "every_function.c"


def printed(program):
    finished = subprocess.run([program], capture_output=True, timeout=60, check=False)
    print(f"{program.name:24} {len(finished.stdout)} bytes")
    if finished.returncode != 0:
        sys.exit(f"{program.name}: {finished.stderr.decode(errors='replace')}")
    return finished.stdout


def main():
    header, programs = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"), pathlib.Path(sys.argv[2])
    functions = set(re.findall(r"^(birthcase_\w+)\(", header, re.M))
    called = set(re.findall(r"\b(birthcase_\w+)\(", SOURCE.read_text(encoding="utf-8")))
    print(f"{len(functions)} functions, {len(functions & called)} called")
    if functions - called:
        sys.exit(f"every_function.c does not call {', '.join(sorted(functions - called))}")
    of_c, *others = [printed(programs / f"every_function_{language}") for language in ("c", "csharp", "pascal")]
    for language, of_other in zip(("C#", "Pascal"), others):
        if of_other != of_c:
            sys.exit(f"{language} prints something else than C\n{compare.excerpt(of_c, of_other)}")
    return 0 if len(functions) >= 46 else 1


if __name__ == "__main__":
    sys.exit(main())

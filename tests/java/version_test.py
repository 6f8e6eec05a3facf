#!/usr/bin/env python3
"""The Java package and its examples have the version of the project.

    version_test.py SOURCE_DIR
"""
import pathlib
import re
import sys


def version(path, pattern):
    return re.search(pattern, path.read_text(encoding="utf-8"))[1]


def main():
    source = pathlib.Path(sys.argv[1])
    project = version(source / "CMakeLists.txt", r"project\(birthcase VERSION (\S+)")
    faults = []
    for pom in "bindings/java/pom.xml", "examples/java/pom.xml":
        used = version(source / pom, r"<artifactId>birthcase</artifactId>\s*<version>(.*?)</version>")
        if used != project:
            faults.append(f"{pom}: has the version {used}, the project {project}")
    print(f"version {project}, {len(faults)} wrong", *faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Holds the Java package against the headers in capi: the same functions with the same arguments, the same constants with
the same values, and the version of the project.

    header_test.py SOURCE_DIR
"""
import pathlib
import re
import sys

# What stands in Java for a type of C; a type that ends with * and is none of these is a handle.
JAVA_TYPES = {
    "int32_t": "int", "int64_t": "long", "birthcase_status": "int", "const char*": "byte[]", "char*": "byte[]",
    "const char**": "long[]", "int32_t*": "int[]", "const int32_t*": "int[]", "int64_t*": "long[]",
}
DECLARATION = re.compile(r"BIRTHCASE_API (?P<result>[\w *]+?) BIRTHCASE_CALL\s+(?P<name>\w+)\((?P<arguments>[^)]*)\);")
NATIVE = re.compile(r"static native (?P<result>\w+) (?P<name>\w+)\((?P<arguments>[^)]*)\);")
C_CONSTANT = re.compile(r"\bBIRTHCASE_(\w+)(?: = | )\(?(-?\d+)\)?")
JAVA_CONSTANT = re.compile(r"static final int (\w+) = (-?\d+);")


def java_type(c_type):
    """The Java type of a C type; the result of a function that gives a pointer is its address."""
    if c_type in JAVA_TYPES:
        return JAVA_TYPES[c_type]
    if c_type.endswith(("**", "*const*")):
        return "long[]"
    return "long"


def split(argument):
    """Type and name of an argument."""
    c_type, name = re.fullmatch(r"(.*?)\s*(\w+)", argument, re.S).groups()
    return re.sub(r"\s+(?=\*)|(?<=\*) ", "", re.sub(r"\s+", " ", c_type)), name


def camel(name):
    return re.sub(r"_(\w)", lambda match: match[1].upper(), name)


def functions_of_header(text):
    found = {}
    for match in DECLARATION.finditer(text):
        arguments = [split(part.strip()) for part in match["arguments"].split(",") if part != "void"]
        result = "long" if "*" in match["result"] else java_type(match["result"])
        found[match["name"]] = (result, [(java_type(c_type), camel(name)) for c_type, name in arguments])
    return found


def functions_of_java(text):
    found = {}
    for match in NATIVE.finditer(text):
        arguments = [tuple(part.split()) for part in match["arguments"].split(",") if part.strip()]
        found[match["name"]] = (match["result"], arguments)
    return found


def constants_of_header(text):
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    constants = {name: int(value) for name, value in C_CONSTANT.findall(text)}
    del constants["NUL_ENDED"]  # Java always gives lengths
    return constants


def differences(what, expected, actual):
    for name in sorted(expected.keys() | actual.keys()):
        if expected.get(name) != actual.get(name):
            yield f"{what} {name}: the header has {expected.get(name)}, Java has {actual.get(name)}"


def version(path, pattern):
    return re.search(pattern, path.read_text(encoding="utf-8"))[1]


def main():
    source = pathlib.Path(sys.argv[1])
    package = source / "bindings/java/src/main/java/org/birthcase"
    header = "".join(each.read_text(encoding="utf-8") for each in sorted((source / "capi").glob("*.h")))
    natives = "".join((package / name).read_text(encoding="utf-8") for name in ("Natives.java", "StoreNatives.java"))
    functions = functions_of_header(header)
    constants = constants_of_header(header)
    faults = list(differences("function", functions, functions_of_java(natives)))
    faults += differences("constant", constants,
                          {name: int(value) for name, value in
                           JAVA_CONSTANT.findall((package / "Constants.java").read_text(encoding="utf-8"))})
    project = version(source / "CMakeLists.txt", r"project\(birthcase VERSION (\S+)")
    for pom in "bindings/java/pom.xml", "examples/java/pom.xml":
        used = version(source / pom, r"<artifactId>birthcase</artifactId>\s*<version>(.*?)</version>")
        if used != project:
            faults.append(f"{pom}: has the version {used}, the project {project}")
    declared = len(re.findall(r"^BIRTHCASE_API ", header, re.M))
    if declared != len(functions):
        faults.append(f"the header declares {declared} functions, {len(functions)} of them were understood")
    print(f"{len(functions)} functions, {len(constants)} constants, {len(faults)} wrong", *faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

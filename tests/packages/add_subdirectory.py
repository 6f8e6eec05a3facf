"""add_subdirectory.py SOURCE BUILD PROJECT WORK EXAMPLE…: birthcase can be part of another project's sources.

Compiling the library once more would take minutes and show nothing new. So the project is configured in whole; of the
library it only makes what is generated and compiles one file, to see that all is found; the examples it compiles, and
links them with its own command lines, in which the library of BUILD stands for the one that it would make.
"""
import pathlib
import shlex
import sys

import stranger

PART = "birthcase/capi/CMakeFiles/birthcase_capi.dir/src/library.cpp.o"


def link_command(build, target, built):
    """The command that links a target, with the libraries of the other build in the place of its own."""
    last = stranger.run("ninja", "-C", build, "-t", "commands", target).splitlines()[-1]
    words = [word for word in shlex.split(last) if word not in (":", "&&")]
    own = build / "birthcase"
    return [str(built / word.removeprefix("birthcase/")) if word.startswith("birthcase/")
            else word.replace(str(own), str(built)) for word in words]


def main():
    source, built, project, work, *examples = sys.argv[1:]
    folder = stranger.fresh(work, pathlib.Path(project) / "CMakeLists.txt", *examples)
    build = folder / "build"
    stranger.run("cmake", "-S", folder, "-B", build, "-G", "Ninja", f"-Dbirthcase_source={source}")
    stranger.run("ninja", "-C", build, "birthcase_data", "birthcase_texts", PART)
    for example in map(pathlib.Path, examples):
        target = example.name.replace(".", "_")
        stranger.run("ninja", "-C", build, f"CMakeFiles/{target}.dir/{example.name}.o")
        stranger.run(*link_command(build, target, pathlib.Path(built)), folder=build)
        stranger.expect(stranger.run(build / target))


if __name__ == "__main__":
    main()

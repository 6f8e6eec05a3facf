"""find_package.py PREFIX PROJECT WORK EXAMPLE…: a CMake project that finds the installed package builds and runs."""
import pathlib
import sys

import stranger


def build_and_run(prefix, project, work, *examples):
    """Builds the examples with the CMakeLists.txt of a folder, and runs them."""
    folder = stranger.fresh(work, pathlib.Path(project) / "CMakeLists.txt", *examples)
    build = folder / "build"
    stranger.run("cmake", "-S", folder, "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}")
    stranger.run("cmake", "--build", build)
    for example in examples:
        program = build / pathlib.Path(example).name.replace(".", "_")
        stranger.expect(stranger.run(program))


if __name__ == "__main__":
    build_and_run(*sys.argv[1:])

"""find_package_store.py PREFIX PROJECT WORK: a CMake project that finds the installed store keeps a case with it."""
import pathlib
import sys

import stranger


def build_and_run(prefix, project, work):
    """Builds the stranger's project, and runs it."""
    folder = stranger.fresh(work, *pathlib.Path(project).iterdir())
    build = folder / "build"
    stranger.run("cmake", "-S", folder, "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}")
    stranger.run("cmake", "--build", build)
    stranger.expect(stranger.run(build / "keep"), "yw-2019-0001 draft\n")


if __name__ == "__main__":
    build_and_run(*sys.argv[1:])

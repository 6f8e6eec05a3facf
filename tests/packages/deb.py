"""deb.py BUILD WORK EXAMPLE.c: the Debian package holds what a C program needs, and says what it needs itself."""
import pathlib
import sys

import pkg_config
import stranger


def main():
    build, work, example = sys.argv[1:]
    folder = stranger.fresh(work)
    stranger.run("cpack", "-G", "DEB", "--config", pathlib.Path(build) / "CPackConfig.cmake", "-B", folder)
    (package,) = folder.glob("*.deb")
    root = folder / "root"
    stranger.run("dpkg-deb", "--extract", package, root)
    print(stranger.run("dpkg-deb", "--info", package))

    needs = stranger.run("dpkg-deb", "--field", package, "Depends")
    for library in ("libc6", "libicu", "libstdc++6"):
        if library not in needs:
            sys.exit(f"the package does not say that it needs {library}: {needs}")
    (description,) = root.glob("usr/lib/**/pkgconfig/birthcase.pc")
    libraries = description.parent.parent
    version = pkg_config.build_and_run(libraries, folder / "stranger", example)
    printed = stranger.run(root / "usr/bin/birthcase", "--version")
    stranger.expect(printed.split()[-1], version)


if __name__ == "__main__":
    main()

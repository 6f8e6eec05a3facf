"""What a C program needs, and the command line, in one archive: .tar.gz for Linux, .zip for Windows.
Of a static target the command line and a Dockerfile.

    archive.py TARGET STAGE FOLDER
"""
import pathlib
import sys

from common import licences, tree_of, version, write_tar, write_zip


def main() -> None:
    target, stage, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    top = f"birthcase-{version()}-{target}"
    if target.startswith("windows"):
        files = {f"{top}/{name}": path.read_bytes() for name, path in tree_of(stage).items()}
        files |= {f"{top}/share/doc/birthcase/{name}": data for name, data in licences(target).items()}
        archive = folder / f"{top}.zip"
        write_zip(archive, files)
    else:
        archive = folder / f"{top}.tar.gz"
        write_tar(archive, top, target, stage)
    print(archive)


if __name__ == "__main__":
    main()

"""A wheel with the self-contained library in it: one for every Python 3 of a platform.

    wheel.py TARGET STAGE FOLDER
"""
import base64
import hashlib
import pathlib
import re
import sys

import dist_info
from common import ROOT, TARGETS, licences, version, write_zip

PACKAGE = ROOT / "bindings/python"


def files_of(target: str, stage: pathlib.Path) -> dict[str, bytes]:
    library, tag, _, _ = TARGETS[target]
    name = "birthcase.dll" if target.startswith("windows") else "libbirthcase.so"
    source = PACKAGE / "src"
    paths = sorted(path for path in source.rglob("*") if path.suffix in (".py", ".typed") or path.name == "py.typed")
    files = {path.relative_to(source).as_posix(): path.read_bytes() for path in paths}
    files[f"birthcase/{name}"] = (stage / library).read_bytes()
    info = dist_info.name()
    tags = "".join(f"Tag: py3-none-{each}\n" for each in tag.split("."))
    for licence, data in licences(target).items():
        files[f"{info}/licenses/{licence}"] = data
    files[f"{info}/METADATA"] = dist_info.metadata().encode()
    files[f"{info}/WHEEL"] = ("Wheel-Version: 1.0\nGenerator: birthcase release\nRoot-Is-Purelib: false\n" + tags).encode()
    files[f"{info}/entry_points.txt"] = dist_info.entry_points().encode()
    files[f"{info}/RECORD"] = record(files, info).encode()
    return files


def require_old_libc(library: pathlib.Path) -> None:
    """The wheel's tag promises C library 2.17: no function of a later one may be asked for."""
    asked = [tuple(map(int, each)) for each in re.findall(rb"GLIBC_([0-9]+)\.([0-9]+)", library.read_bytes())]
    if not asked or max(asked) > (2, 17):
        newest = ".".join(map(str, max(asked))) if asked else "none"
        sys.exit(f"{library}: it asks for functions of the C library {newest}; build it with release/build")


def record(files: dict[str, bytes], info: str) -> str:
    lines = []
    for name, data in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(data)}\n")
    return "".join(lines) + f"{info}/RECORD,,\n"


def main() -> None:
    target, stage, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    if target.startswith("linux"):
        require_old_libc(stage / TARGETS[target][0])
    wheel = folder / f"birthcase-{version()}-py3-none-{TARGETS[target][1]}.whl"
    write_zip(wheel, files_of(target, stage))
    print(wheel)


if __name__ == "__main__":
    main()

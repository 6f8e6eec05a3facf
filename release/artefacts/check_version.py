"""Stops where a release is to have another version than the project, or a package has another one.

    check_version.py VERSION
"""
import sys

from common import other_versions, version


def main() -> None:
    wanted = sys.argv[1]
    if version() != wanted:
        sys.exit(f"CMakeLists.txt says version {version()}, not {wanted}: change it there")
    for file, its_version in other_versions().items():
        if its_version != wanted:
            sys.exit(f"{file} says version {its_version}, CMakeLists.txt {wanted}: change it in {file}")


if __name__ == "__main__":
    main()

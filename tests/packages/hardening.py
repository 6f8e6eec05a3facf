"""hardening.py SOURCE BUILD FILE…: each installed library and program is a release that stops at an overflow.

FILE is a shared library or a program without debugging symbols. SOURCE and BUILD are folders of which none may speak.
"""
import pathlib
import re
import shutil
import sys

import stranger


def main():
    source, build, *files = sys.argv[1:]
    faults = [fault for file in filter(None, files) for fault in faults_of(pathlib.Path(file), (source, build))]
    print("\n".join(faults) if faults else f"{len(files)} files are as they should be")
    return 1 if faults or not files else 0


def faults_of(file, folders=()):
    """What is not as it should be about one file, a sentence each."""
    checks = {
        "is not position-independent": is_position_independent(file),
        "has a stack that can be executed, or does not say": stack_is_data(file),
        "leaves the tables of its functions writable (RELRO)": has_full_relro(file),
        "has no stack protector": "__stack_chk_fail" in imports(file),
        "checks the bounds of no copy (_FORTIFY_SOURCE)": any(is_checked(name) for name in imports(file)),
        "looks for libraries in a folder of its own (RPATH)": not re.search(r"\((RPATH|RUNPATH)\)", dynamic(file)),
        "changes its own code when it is loaded (TEXTREL)": "(TEXTREL)" not in dynamic(file),
        "carries debugging symbols": not re.search(r"\.(z?debug_|symtab)", sections(file)),
        "has functions that a forged call can jump into (IBT)": begins_with_landing_pads(file),
        "cannot run with a shadow stack (SHSTK)": has_mark(file, "SHSTK"),
        "has lost the mark of landing pads that the system's start files have (IBT)":
            has_mark(file, "IBT") or not starts_with_landing_pads(),
    }
    content = file.read_bytes()
    for folder in folders:
        checks[f"names {folder}"] = str(folder).encode() + b"/" not in content
    return [f"{file}: {fault}" for fault, fine in checks.items() if not fine]


def is_position_independent(file):
    return bool(re.search(r"Type:\s+DYN", stranger.run("readelf", "--file-header", file)))


def stack_is_data(file):
    stack = re.search(r"GNU_STACK\s+(?:0x\w+\s+){5}([RWE ]+?)\s+0x", segments(file))
    return bool(stack) and "E" not in stack[1]


def has_full_relro(file):
    bound = re.search(r"\(BIND_NOW\)|\(FLAGS\).*BIND_NOW|\(FLAGS_1\).*NOW", dynamic(file))
    return "GNU_RELRO" in segments(file) and bool(bound)


def is_checked(name):
    return name.endswith("_chk")


def begins_with_landing_pads(file):
    """On x86-64: of a library every exported function, of a program `main`'s neighbours, begins with `endbr64`."""
    if not is_for_x86_64(file):
        return True
    code = stranger.run("objdump", "--disassemble", "--no-show-raw-insn", "--section=.text", file)
    exported = re.findall(r"<(birthcase_\w+)(?:@@\w+)?>:\n\s+\w+:\s+(\w+)", code)
    if exported:
        return all(instruction == "endbr64" for _, instruction in exported)
    return code.count("endbr64") > 100


def has_mark(file, feature):
    """Whether the loader of x86-64 is told that the file was built for this."""
    if not is_for_x86_64(file):
        return True
    marks = re.findall(r"x86 feature: (.*)", stranger.run("readelf", "--wide", "--notes", file))
    return any(feature in mark for mark in marks)


def starts_with_landing_pads():
    """Whether the system's own start file, which is linked into everything, has the mark."""
    return has_mark(stranger.run("c++", "-print-file-name=crti.o").strip(), "IBT")


def is_for_x86_64(file):
    return "X86-64" in stranger.run("readelf", "--file-header", file)


def segments(file):
    return stranger.run("readelf", "--wide", "--segments", file)


def sections(file):
    return stranger.run("readelf", "--wide", "--sections", file)


def dynamic(file):
    return stranger.run("readelf", "--wide", "--dynamic", file)


def imports(file):
    """The names of what other libraries have to give."""
    rows = (row.split() for row in stranger.run("readelf", "--wide", "--dyn-syms", file).splitlines())
    return {row[7].split("@")[0] for row in rows if len(row) > 7 and row[6] == "UND"}


if __name__ == "__main__":
    if not (shutil.which("readelf") and shutil.which("objdump")):
        sys.exit("readelf and objdump are required (Debian: binutils)")
    sys.exit(main())

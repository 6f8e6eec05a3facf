"""Birthcase*.cs and birthcase*.pas declare what the headers of C declare: each function with its types, each constant.

    declarations.py CAPI_DIR CSHARP_DIR PASCAL_DIR
"""
import pathlib
import re
import sys

# What a parameter is to the machine: for each language, patterns of types in the order in which they are tried.
C_TYPES = [(r"birthcase_profile\* const\*", "handles"), (r"const int32_t\*", "int32s"),
           (r"(birthcase_\w+|char)\*\*", "pointer out"),
           (r"int32_t\*", "int32 out"), (r"int64_t\*", "int64 out"), (r"char\*", "bytes"),
           (r"birthcase_status|int32_t", "int32"), (r"int64_t", "int64"), (r"birthcase_\w+\*", "handle")]
CSHARP_TYPES = [(r"IntPtr\[\]", "handles"), (r"int\[\]|PlanAttribute\[\]", "int32s"),
                (r"(out|ref) IntPtr", "pointer out"), (r"out (int|FactState)", "int32 out"),
                (r"out long", "int64 out"), (r"byte\[\]|IntPtr", "bytes"), (r"long", "int64"),
                (r"Session|Profile|Application|Plan|Case|Store", "handle"),
                (r"int|Status|TextEncoding|Language|HandedInAs|ReportFormat|PlanList|PlanAttribute|StoreMode|Without",
                 "int32")]
PASCAL_TYPES = [(r"PPBirthcaseProfile", "handles"), (r"PInteger", "int32s"),
                (r"(out|var) (PAnsiChar|PBirthcase\w+)", "pointer out"),
                (r"out Integer", "int32 out"), (r"out Int64", "int64 out"), (r"PAnsiChar", "bytes"),
                (r"Integer", "int32"), (r"Int64", "int64"), (r"PBirthcase\w+", "handle")]

# Pascal does not tell upper from lower case, so that this constant would be the function of that name.
PASCAL_NAMES = {"BIRTHCASE_ABI_VERSION": "BIRTHCASE_ABI"}


def without_comments(names, comment):
    return "".join(re.sub(comment, "", name.read_text(encoding="utf-8"), flags=re.S) for name in names)


def meaning(text, types):
    """What a type is to the machine."""
    wanted = text.replace("const char", "char").replace("const birthcase", "birthcase").strip()
    return next((kind for pattern, kind in types if re.fullmatch(pattern, wanted)), f"what {wanted} may be")


def c_like_functions(text, pattern, types):
    """Functions of C and C#: their parameters and, last, what they return."""
    found = {}
    for returned, name, parameters in re.findall(pattern, text):
        listed = [" ".join(parameter.split()[:-1]) for parameter in parameters.split(",") if " " in parameter.strip()]
        found[name] = [meaning(kind, types) for kind in [*listed, returned]]
    return found


def pascal_functions(text):
    found = {}
    for name, parameters, returned in re.findall(
            r"function (birthcase_\w+)(?:\(([^)]*)\))?: (\w+);\s*\{\$ifdef MSWINDOWS\}stdcall", text):
        listed = [parameter.split(":") for parameter in parameters.split(";") if parameter]
        kinds = [f"{name.split()[0]} {kind.strip()}" if " " in name.strip() else kind for name, kind in listed]
        found[name] = [meaning(kind, PASCAL_TYPES) for kind in [*kinds, returned]]
    return found


def c_constants(text):
    enumerated = re.findall(r"(BIRTHCASE_\w+) = (\d+)", text)
    defined = re.findall(r"#define (BIRTHCASE_\w+) \(?(-?\d+)\)?", text)
    return {name: int(value) for name, value in enumerated + defined}


def numbers(text):
    return {(name, int(value)) for name, value in re.findall(r"\b(\w+) = (-?\d+)", text)}


def csharp_names(name):
    """BIRTHCASE_FACT_NONE may be FactState.None: the enumeration can hold the first words."""
    words = [word.capitalize() for word in name.split("_")[1:]]
    return {"_".join(words)} | {"".join(words[first:]) for first in range(len(words))}


def faults(where, declared, wanted):
    """Declarations that are missing, too many or different."""
    for name in sorted(wanted.keys() | declared.keys()):
        if wanted.get(name) != declared.get(name):
            yield f"{where}: {name} is {declared.get(name)}, in C {wanted.get(name)}"


def constant_faults(where, declared, wanted, names):
    for name, value in wanted.items():
        if not any((alias, value) in declared for alias in names(name)):
            yield f"{where}: {name} = {value} is missing"


def main():
    header = without_comments(sorted(pathlib.Path(sys.argv[1]).glob("*.h")), r"/\*.*?\*/")
    csharp = without_comments(sorted(pathlib.Path(sys.argv[2]).glob("Birthcase*.cs")), r"//[^\n]*")
    pascal = without_comments(sorted(pathlib.Path(sys.argv[3]).glob("birthcase*.pas")), r"\{[^$].*?\}")
    functions = c_like_functions(
        header, r"BIRTHCASE_API ([\w* ]+) BIRTHCASE_CALL\s+(birthcase_\w+)\(([^)]*)\);", C_TYPES)
    constants = c_constants(header)
    found = [
        *faults("Birthcase.cs", c_like_functions(
            csharp, r"static extern (\w+) (birthcase_\w+)\(([^)]*)\);", CSHARP_TYPES), functions),
        *faults("birthcase.pas", pascal_functions(pascal), functions),
        *constant_faults("Birthcase.cs", numbers(csharp), constants, csharp_names),
        *constant_faults("birthcase.pas", numbers(pascal), constants, lambda name: [PASCAL_NAMES.get(name, name)])]
    print(f"{len(functions)} functions, {len(constants)} constants\n" + "\n".join(found))
    return 1 if found or len(functions) < 75 or len(constants) < 118 else 0


if __name__ == "__main__":
    sys.exit(main())

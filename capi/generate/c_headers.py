"""The headers of C."""
import itertools
from typing import Dict, List, Optional, Tuple

from model import Enumeration, Function, Group, Parameter, Slot, Subject, Value
from prose import WIDTH, all_of, list_of, sentence, wrapped

PLATFORM = """
#include <stdint.h>

#if defined(_WIN32)
#define BIRTHCASE_CALL __stdcall
#else
#define BIRTHCASE_CALL
#endif

#if defined(BIRTHCASE_BUILDING) && defined(_WIN32)
#define BIRTHCASE_API __declspec(dllexport)
#elif defined(_WIN32)
#define BIRTHCASE_API __declspec(dllimport)
#elif defined(__GNUC__)
#define BIRTHCASE_API __attribute__((visibility("default")))
#else
#define BIRTHCASE_API
#endif
"""
TYPES = {"int32": "int32_t", "int64": "int64_t", "int32_out": "int32_t*", "int64_out": "int64_t*",
         "int32s": "const int32_t*", "chars": "const char*", "buffer": "char*", "text_out": "const char**"}
RESULTS = {"status": "birthcase_status", "static text": "const char*", "int32": "int32_t"}
NOTE = "/* Written by ./dev interface from capi/interface: change it there. */"


def c_type(slot: Slot) -> str:
    """The type of a parameter."""
    if slot.role == "handle":
        return f"const birthcase_{slot.kind}*" if slot.const else f"birthcase_{slot.kind}*"
    if slot.role in ("handle_out", "handle_freed"):
        return f"birthcase_{slot.kind}**"
    if slot.role == "handles":
        return f"const birthcase_{slot.kind}* const*"
    if slot.role == "int32" and slot.kind == "status":
        return "birthcase_status"
    return TYPES[slot.role]


def declared(function: Function) -> List[str]:
    """The declaration of a function, laid out as clang-format does."""
    head = f"{function.name}("
    slots = [f"{c_type(slot)} {slot.name}" for slot in function.slots] or ["void"]
    return [f"BIRTHCASE_API {RESULTS[function.returns]} BIRTHCASE_CALL",
            *list_of(slots, head, " " * len(head), end=");")]


def comment(text: str, indent: str = "") -> List[str]:
    """A comment for documentation: on one line where it fits, else in the long form."""
    if "\n" not in text and len(indent) + len(text) + 7 <= WIDTH:
        return [f"{indent}/** {text} */"]
    return [f"{indent}/**", *wrapped(text, f"{indent} * ", f"{indent} * "), f"{indent} */"]


def error_parts(errors: List[Tuple[str, str]]) -> str:
    """Statuses with their remarks; those with the same remark together."""
    words = {"input": "every kind of input error"}
    parts = []
    for remark, group in itertools.groupby(errors, lambda error: error[1]):
        names = [words.get(status, status) for status, _ in group]
        parts.append(f"{all_of(names)} ({remark})" if remark else ", ".join(names))
    return ", ".join(parts)


def error_text(function: Function) -> str:
    """The sentence about a function's errors."""
    if not function.errors:
        return ""
    others = [f"`{status[3:]}`" for status, _ in function.errors if status.startswith("as ")]
    own = error_parts([error for error in function.errors if not error[0].startswith("as ")])
    what = f"Errors have {function.errors_have}" if function.errors_have else "Errors"
    return f"{what}: " + "; ".join(filter(None, [f"those of {all_of(others)}" if others else "", own])) + "."


def deprecation(deprecated: Optional[Dict[str, str]]) -> str:
    return f" Deprecated since {deprecated['since']}: {deprecated['instead']}." if deprecated else ""


def parameter_lines(function: Function) -> List[str]:
    """A line for each parameter that needs to be explained."""
    rows = [(parameter.name, told(parameter)) for parameter in function.parameters if told(parameter)]
    width = max((len(name) for name, _ in rows), default=0)
    lines: List[str] = []
    for name, text in rows:
        lines += wrapped(text, f" *   {name:{width}}  ", " *   " + " " * (width + 2))
    return lines


def told(parameter: Parameter) -> str:
    """What the comment of a function says about a parameter; nothing where name and type say it."""
    if parameter.about or not parameter.optional:
        return parameter.about
    return "the day; empty for the day of the application's `applied_at`"


def yields_text(function: Function) -> str:
    if not function.yields:
        return ""
    return sentence(f"Yields {function.yields}")


def function_comment(function: Function) -> List[str]:
    """On one line where it fits; else what it does, its parameters, what it yields, its errors."""
    text = function.about + deprecation(function.deprecated)
    text += " Static, ends with NUL." if function.returns == "static text" else ""
    yields = yields_text(function)
    last = " ".join(filter(None, [error_text(function), f"Since {function.since}."]))
    parameters = parameter_lines(function)
    if not parameters:
        text = " ".join(filter(None, [text, yields]))
        whole = f"{text} {last}"
        if "\n" not in whole and len(whole) + 7 <= WIDTH:
            return comment(whole)
    yielded = wrapped(yields, " * ", " * ") if parameters and yields else []
    return ["/**", *wrapped(text, " * ", " * "), *parameters, *yielded, *wrapped(last, " * ", " * "), " */"]


def value_text(value: Value, since: str) -> str:
    """The remark behind a constant."""
    kind = f"{value.kind}: {value.about}" if value.kind and value.about else value.kind or value.about
    if value.since != since:
        kind = f"{kind}; since {value.since}" if kind else f"since {value.since}"
    return kind + deprecation(value.deprecated)


def group_lines(group: Group, since: str, last: bool) -> List[str]:
    """The constants of a group: with their remarks behind them, below each other, or above where they do not fit."""
    since = group.since or since
    heads = [f"  {value.name} = {value.value}" + ("" if last and value is group.values[-1] else ",")
             for value in group.values]
    rows = list(zip(heads, (value_text(value, since) for value in group.values)))
    width = column(rows)
    lines = []
    for behind, run in itertools.groupby(rows, lambda row: row[1] and width + len(row[1]) + 9 <= WIDTH):
        run = list(run)
        width_of_run = column(run)
        for head, remark in run:
            lines += [f"{head:{width_of_run}} /**< {remark} */"] if behind else [
                *(comment(remark, "  ") if remark else []), head]
    return lines


def column(rows: List[Tuple[str, str]]) -> int:
    """Where the remarks of constants begin."""
    return max((len(head) for head, remark in rows if remark), default=0)


def enumeration_lines(enumeration: Enumeration) -> List[str]:
    lines = comment(f"{sentence(enumeration.about)} Since {enumeration.since}.")
    if enumeration.name == "status":
        lines.append("typedef int32_t birthcase_status;")
    short = f"enum {{ {', '.join(f'{value.name} = {value.value}' for value in enumeration.values)} }};"
    if len(short) <= WIDTH and not any(value_text(value, enumeration.since) for value in enumeration.values):
        return [*lines, short]
    lines.append("enum {")
    for place, group in enumerate(enumeration.groups):
        if place:
            lines.append("")
        about = " ".join(filter(None, [group.about, f"Since {group.since}." if group.since else ""]))
        if about:
            lines.append(f"  /* {about} */")
        lines += group_lines(group, enumeration.since, place + 1 == len(enumeration.groups))
    return [*lines, "};"]


def constant_lines(value: Value) -> List[str]:
    number = f"({value.value})" if value.value < 0 else str(value.value)
    return [*comment(f"{sentence(value.about)} Since {value.since}." + deprecation(value.deprecated)),
            f"#define {value.name} {number}"]


THREADS = {"one": "Belongs to one thread at a time.", "any": "Any number of threads may use it at once."}


def opening(subject: Subject) -> List[str]:
    """The comment at the top of a header."""
    lines = ["/**", *wrapped(subject.title, " * ", " * "), " *", *wrapped(subject.about, " * ", " * ")]
    if subject.conventions:
        lines.append(" *")
    width = max((len(label) for label, _ in subject.conventions), default=0)
    for label, text in subject.conventions:
        lines += wrapped(text, f" * {label:{width}}  ", " * " + " " * (width + 2))
    if subject.after_conventions:
        lines += [" *", *wrapped(subject.after_conventions, " * ", " * ")]
    return [*lines, " */"]


def header(subject: Subject) -> str:
    """A whole header."""
    guard = subject.header.upper().replace(".", "_")
    lines = [*opening(subject), NOTE, f"#ifndef {guard}", f"#define {guard}"]
    if subject.platform:
        lines += PLATFORM.rstrip("\n").split("\n")
    if subject.includes:
        lines += ["", *(f'#include "{name}"' for name in subject.includes)]
    for value in subject.constants:
        lines += ["", *constant_lines(value)]
    inner: List[str] = []
    for enumeration in subject.enumerations:
        inner += ["", *enumeration_lines(enumeration)]
    if subject.handles:
        inner.append("")
    for handle in subject.handles:
        inner += [*comment(f"{handle.about} {THREADS[handle.threads]} Since {handle.since}."),
                  f"typedef struct birthcase_{handle.name} birthcase_{handle.name};"]
    for section in subject.sections:
        if len(subject.sections) > 1:
            inner += ["", f"/* ------------------------------------------------------------------ {section.title} */"]
        for function in section.functions:
            inner += ["", *function_comment(function), *declared(function)]
    if inner:
        lines += ["", "#ifdef __cplusplus", 'extern "C" {', "#endif", *inner, "", "#ifdef __cplusplus", "}", "#endif"]
    return "\n".join([*lines, "", f"#endif /* {guard} */", ""])

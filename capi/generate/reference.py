"""The reference of the C interface: a page with every function, constant and error."""
import re
from typing import List

import c_headers
from model import Enumeration, Function, Handle, Interface, Subject
from prose import sentence, wrapped

HEAD = """# Reference of the C interface

Every function, constant and error of the C interface. [c.md](c.md) is the way in; this page is for looking up.
`./dev interface` writes it from the description in [capi/interface](../capi/interface), as it writes the headers.
"""
INPUT = "Each status has the same meaning everywhere; a function adds what is particular to it."
THREADS = {"one": "one thread at a time", "any": "any number of threads at once"}


def cell(text: str) -> str:
    """Text for a table."""
    return " ".join(text.split()).replace("|", "\\|")


def linked(text: str, interface: Interface) -> str:
    """Names of functions as links to them."""
    names = {function.name for function in interface.functions}
    return re.sub(r"`(birthcase_\w+)`",
                  lambda found: f"[`{found[1]}`](#{found[1]})" if found[1] in names else found[0], text)


def paragraphs(text: str) -> List[str]:
    """Prose as Markdown: own lines become items of a list."""
    lines: List[str] = []
    for line in text.split("\n"):
        own = line.startswith("  ")
        lines += ["", line.strip()] if own and lines and not lines[-1].startswith(("1.", "2.")) else [line.strip()]
    return [piece for line in lines for piece in wrapped(line)]


def parameters(function: Function, interface: Interface) -> List[str]:
    rows = []
    for slot in function.slots:
        parameter = slot.of
        direction = "out" if slot.role.endswith("_out") else "frees" if slot.role == "handle_freed" else (
            "changes" if slot.role == "handle" and not slot.const and slot.kind != "session" else "in")
        if slot.role == "buffer":
            direction = "out"
        if parameter is None or slot.name == parameter.name:
            meaning = interface.meaning(parameter) if parameter else interface.common.get(slot.name, "")
            if parameter and not parameter.about and parameter.optional:
                meaning = c_headers.told(parameter)
            if slot.kind and not slot.role.startswith("handle"):
                meaning = f"{meaning}; " if meaning else ""
                meaning += f"a constant of [{slot.kind}](#{'errors' if slot.kind == 'status' else slot.kind})"
        else:
            meaning = f"the number of {'items' if parameter.array else 'bytes'} of `{parameter.name}`"
            meaning += f", less {parameter.more}" if parameter.more else ""
        rows.append(f"| `{slot.name}` | `{c_headers.c_type(slot)}` | {direction} | {cell(linked(meaning, interface))} |")
    return ["| parameter | type | | meaning |", "|---|---|---|---|", *rows, ""] if rows else []


def errors(function: Function, interface: Interface) -> List[str]:
    if not function.errors:
        return []
    remarks = {}
    for status, remark in function.errors:
        if remark:
            remarks.setdefault(status, remark)
    items = [f"[{status}](#errors)" + (f" ({remarks[status]})" if status in remarks else "")
             for status in interface.statuses_of(function)]
    have = f" They have {function.errors_have}." if function.errors_have else ""
    return [*wrapped(f"Errors: {linked(', '.join(items), interface)}.{have}"), ""]


def function_lines(function: Function, interface: Interface) -> List[str]:
    about = function.about + c_headers.deprecation(function.deprecated)
    about += " The text is static and ends with NUL." if function.returns == "static text" else ""
    lines = ["", f"### {function.name}", "", *paragraphs(linked(about, interface)), ""]
    lines += ["```c", *c_headers.declared(function), "```", "", *parameters(function, interface)]
    if function.yields:
        lines += [*wrapped(linked(c_headers.yields_text(function), interface)), ""]
    threads = " Any thread may call it at any time." if function.threads == "any" else ""
    return [*lines, *errors(function, interface), f"Since {function.since}.{threads}"]


def enumeration_lines(enumeration: Enumeration, interface: Interface) -> List[str]:
    lines = ["", f"### {enumeration.name}", "", *wrapped(sentence(linked(enumeration.about, interface)))]
    kinds = any(value.kind for value in enumeration.values)
    for group in enumeration.groups:
        about = group.about or (f"Of the items of {group.list}." if group.list else "")
        lines += ["", *([about, ""] if about else []),
                  "| constant | value | kind | meaning | since |" if kinds else "| constant | value | meaning | since |",
                  "|---|---|---|---|---|" if kinds else "|---|---|---|---|"]
        for value in group.values:
            kind = f" {value.kind} |" if kinds else ""
            about = linked(value.about + c_headers.deprecation(value.deprecated), interface)
            lines.append(f"| `{value.name}` | {value.value} |{kind} {cell(about)} | {value.since} |")
    return lines


def handles_lines(handles: List[Handle]) -> List[str]:
    rows = [f"| `birthcase_{each.name}` | {cell(each.about)} | {THREADS[each.threads]} |" for each in handles]
    return ["", "| handle | is | may be used by |", "|---|---|---|", *rows] if handles else []


def subject_lines(subject: Subject, interface: Interface) -> List[str]:
    lines = ["", f"## {subject.header}", "", subject.title]
    for label, text in subject.conventions:
        lines += ["", *wrapped(f"**{label}.** {linked(text, interface)}")]
    lines += handles_lines(subject.handles)
    if subject.constants:
        lines += ["", "| constant | value | meaning | since |", "|---|---|---|---|"]
        lines += [f"| `{value.name}` | {value.value} | {cell(value.about)} | {value.since} |"
                  for value in subject.constants]
    for enumeration in subject.enumerations:
        lines += enumeration_lines(enumeration, interface) if enumeration.name != "status" else []
    for function in subject.functions:
        lines += function_lines(function, interface)
    return lines


def contents(interface: Interface) -> List[str]:
    lines = []
    for subject in interface.subjects:
        names = ", ".join(f"[{function.short}](#{function.name})" for function in subject.functions)
        lines += ["", *wrapped(f"**[{subject.header}](#{subject.header.replace('.', '')})** {names}")]
    return lines


def page(interface: Interface) -> str:
    umbrella = interface.umbrella
    status = interface.enumeration("status")
    lines = [*HEAD.rstrip("\n").split("\n"), *contents(interface), "", "## Conventions", "",
             "They hold for every function unless it says otherwise."]
    for label, text in umbrella.conventions:
        lines += ["", *wrapped(f"**{label}.** {linked(text, interface)}")]
    lines += ["", umbrella.after_conventions, "", "## Errors", "", INPUT, "",
              "| status | value | meaning | since |", "|---|---|---|---|"]
    lines += [f"| `{value.name}` | {value.value} | {cell(value.about) or 'success'} | {value.since} |"
              for value in status.values]
    for subject in interface.subjects:
        lines += subject_lines(subject, interface)
    return "\n".join([*lines, ""])

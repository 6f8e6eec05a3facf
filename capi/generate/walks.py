"""What the tests walk: the list of functions with examples, the errors for the fuzz targets, and the lists of plans."""
import json
from typing import List

from model import Function, Interface, Parameter, Slot
from prose import list_of

NOTE = "// Written by ./dev interface from capi/interface: change it there."
KINDS = {"case": "birth_case"}


def text_literal(text: str) -> str:
    """A literal of C++; what JSON escapes, C++ escapes in the same way."""
    return json.dumps(text, ensure_ascii=False)


def kind(slot: Slot) -> str:
    return f"Kind::{KINDS.get(slot.kind, slot.kind)}"


def example_of(slot: Slot, parameter: Parameter) -> str:
    if slot.role == "chars":
        raw = ", .raw = true" if parameter.type == "bytes" else ""
        return f", .example = {text_literal(parameter.example)}{raw}"
    if slot.role == "int32s":
        return f", .numbers = {{{', '.join(map(str, parameter.example))}}}"
    if slot.role in ("int32", "int64"):
        return f", .number = {parameter.example}"
    if slot.role in ("handle", "handles") and parameter.fixture:
        return f', .example = "@{parameter.fixture}"'
    return ""


def parameter_row(slot: Slot, function: Function) -> str:
    parameter = slot.of
    row = f'{{.name = "{slot.name}", .role = Role::{slot.role}'
    if slot.role.startswith("handle"):
        row += f", .kind = {kind(slot)}"
    if slot.role == "int32" and slot.kind not in (None, "status"):
        row += ", .constant = true"
    if parameter is None:
        return row + "}"
    if slot.name == parameter.name:
        return row + example_of(slot, parameter) + "}"
    place = next(place for place, each in enumerate(function.slots) if each.name == parameter.name)
    more = f", .number = {parameter.more}" if parameter.more else ""
    return row + f", .of = {place}{more}}}"


def argument(slot: Slot, place: int) -> str:
    given = f"a[{place}]"
    if slot.role in ("int32", "int64"):
        return f"int32({given})" if slot.role == "int32" else f"{given}.number"
    kinds = {"handle": f"{'const ' if slot.const else ''}birthcase_{slot.kind}", "handle_out": f"birthcase_{slot.kind}*",
             "handle_freed": f"birthcase_{slot.kind}*", "handles": f"const birthcase_{slot.kind}* const",
             "chars": "const char", "buffer": "char", "int32_out": "std::int32_t", "int64_out": "std::int64_t", "int32s": "const std::int32_t",
             "text_out": "const char*"}
    return f"pointer<{kinds[slot.role]}>({given})"


def call(function: Function) -> List[str]:
    made = f"{function.name}({', '.join(argument(slot, place) for place, slot in enumerate(function.slots))})"
    if function.returns == "static text":
        made = f"{made} != nullptr ? BIRTHCASE_OK : BIRTHCASE_INTERNAL"
    if function.returns == "int32":
        made = f"{made} > 0 ? BIRTHCASE_OK : BIRTHCASE_INTERNAL"
    taken = "Arguments a" if function.slots else "Arguments"
    return [f"     []({taken}) -> birthcase_status {{", f"       return {made};", "     }},"]


def row(function: Function, subject: str, interface: Interface) -> List[str]:
    errors = ", ".join(f"BIRTHCASE_{status}" for status in interface.statuses_of(function))
    return [f'    {{"{function.name}", "{subject}",',
            *list_of(errors.split(", ") if errors else [], "     {", "      ", end="},"),
            f"     BIRTHCASE_{function.example_fails_with or 'OK'},", "     {",
            *(f"         {parameter_row(slot, function)}," for slot in function.slots), "     },", *call(function)]


def table(interface: Interface, of_store: bool) -> str:
    name = "store_functions" if of_store else "functions"
    header = "birthcase_store.h" if of_store else "birthcase_case.h"
    lines = [NOTE, "// clang-format off", '#include "functions.hpp"', "", f'#include "{header}"', "",
             "namespace walk {", "namespace {", "", "using Arguments = std::span<const Argument>;", "", f"const std::vector<Function> {name}_listed{{"]
    for subject in interface.subjects:
        for function in subject.functions:
            if bool(function.optional) == of_store:
                lines += row(function, subject.name, interface)
    return "\n".join([*lines, "};", "", "}  // namespace", "",
                      f"const std::vector<Function>& {name}() {{ return {name}_listed; }}", "", "}  // namespace walk", ""])


def documented(interface: Interface) -> str:
    """For the fuzz targets: what a call with right handles may answer, while there is memory."""
    lines = [NOTE, "// clang-format off", "//",
             "// What a function may answer that is given handles which are alive, while there is memory: BIRTHCASE_OK, or a",
             "// status that its comment names.", "#pragma once", "", '#include "statuses.hpp"', "", "namespace fuzz::documented {", ""]
    for function in interface.functions:
        if function.returns != "status":
            continue
        statuses = [status for status in interface.statuses_of(function)
                    if status not in ("BAD_HANDLE", "OUT_OF_MEMORY")]
        lines += list_of([f"BIRTHCASE_{status}" for status in ["OK", *statuses]],
                         f"inline constexpr Statuses {function.short}{{", "    ", end="};")
    return "\n".join([*lines, "", "}  // namespace fuzz::documented", ""])


def plan_lists(interface: Interface) -> str:
    """For the fuzz targets: the lists of a plan with their attributes, and what JSON has of them."""
    lists = {value.name: value for value in interface.enumeration("plan_list").values}
    groups = [group for group in interface.enumeration("plan_attribute").groups if group.list]
    itself = interface.enumeration("plan_attribute").groups[0]
    rows = [f'    {{{group.list}, {group.values[0].name}, {group.values[-1].name}, "{lists[group.list].json}"}},'
            for group in groups]
    twins = [f'    {{{value.name}, "{value.json}"}},' for group in groups for value in group.values if value.json]
    return "\n".join([
        NOTE, "// clang-format off", "#pragma once", "", '#include "birthcase.h"', "", "#include <array>",
        "#include <cstdint>", "#include <string_view>", "", "namespace fuzz {", "",
        "/// A list of the plan, its first and last attribute, and where JSON has it.", "struct PlanList {",
        "  std::int32_t list;", "  std::int32_t first;", "  std::int32_t last;", "  std::string_view pointer;", "};",
        f"inline constexpr std::array<PlanList, {len(rows)}> plan_lists{{{{", *rows, "}};",
        f'inline constexpr PlanList plan_itself{{0, {itself.values[0].name}, {itself.values[-1].name}, ""}};', "",
        "/// A text attribute that JSON has as a text under a key, where it has it.", "struct Twin {",
        "  std::int32_t attribute;", "  std::string_view key;", "};",
        f"inline constexpr std::array<Twin, {len(twins)}> twins{{{{", *twins, "}};", "", "}  // namespace fuzz", ""])


def attribute_kinds(interface: Interface) -> str:
    """For the library itself: which attributes a plan has, and which of them are numbers."""
    by_kind = {"number": [], "text": []}
    for group in interface.enumeration("plan_attribute").groups:
        for value in group.values:
            if group.list or group.values[0].value < 100:
                by_kind[value.kind].append(value.name)
    lines = [NOTE, "// clang-format off", "//", "// Which attributes a plan and its items have, and which of them are numbers.",
             '#include "birthcase.h"', '#include "plan_items.hpp"', "", "namespace birthcase::capi {", "",
             "AttributeKind kind_of(std::int32_t attribute) noexcept {", "  switch (attribute) {"]
    for each, names in by_kind.items():
        lines += [*(f"    case {name}:" for name in names), f"      return AttributeKind::{each};"]
    return "\n".join([*lines, "    default:", "      return AttributeKind::none;", "  }", "}", "",
                      "}  // namespace birthcase::capi", ""])

"""The description of the C interface (capi/interface/*.json) as objects: read, checked, and each function's parameters
as C has them, slot by slot. Every writer works on these and none reads the JSON.
"""
import dataclasses
import json
import pathlib
from typing import Any, Dict, List, Optional, Tuple

PREFIX = "BIRTHCASE_"
TEXTS = ("text", "json", "day", "moment", "bytes")
NUMBERS = ("int32", "int64")


class Mistake(Exception):
    """Something in the description that cannot be."""


@dataclasses.dataclass
class Value:
    """A constant: one of an enumeration, or one that stands alone."""
    name: str
    value: int
    since: str
    about: str = ""
    kind: Optional[str] = None  # of an attribute: text or number
    json: Optional[str] = None  # of an attribute: the key that has the same text; of a list: its JSON pointer
    deprecated: Optional[Dict[str, str]] = None
    type: str = "int32"  # of the parameters that it is for

    @property
    def short(self) -> str:
        return self.name[len(PREFIX):]


@dataclasses.dataclass
class Group:
    """Constants of an enumeration that belong together."""
    values: List[Value]
    about: str = ""
    list: Optional[str] = None
    since: Optional[str] = None


@dataclasses.dataclass
class Enumeration:
    name: str
    about: str
    since: str
    groups: List[Group]
    prefix: str = ""
    flags: bool = False

    @property
    def values(self) -> List[Value]:
        return [value for group in self.groups for value in group.values]


@dataclasses.dataclass
class Handle:
    name: str
    about: str
    threads: str
    since: str


@dataclasses.dataclass
class Slot:
    """One parameter of C. `role` says what it is to the machine:

    handle, handle_out, handle_freed, handles (an array of them), chars, buffer, int32, int64, int32_out, int64_out,
    int32s (an array), text_out.
    """
    name: str
    role: str
    kind: Optional[str] = None  # which handle, or which enumeration
    const: bool = False
    of: Optional["Parameter"] = None  # of what the caller sees as one parameter


@dataclasses.dataclass
class Parameter:
    """One thing that a caller gives or gets; in C it may be two parameters, such as a text and its length."""
    name: str
    type: str
    direction: str = "in"
    about: str = ""
    example: Any = None
    length: Optional[str] = ""  # the name of the length of a text; None for one that has none of its own
    array: Optional[str] = None  # the name of the count
    more: int = 0  # how many items an array has beyond its count
    optional: bool = False
    nullable: bool = False
    fixture: Optional[str] = None


@dataclasses.dataclass
class Function:
    name: str
    since: str
    about: str
    parameters: List[Parameter]
    errors: List[Tuple[str, str]]  # a status without prefix, `input` or `as NAME`, with a remark
    slots: List[Slot]
    threads: str = "session"
    yields: str = ""
    returns: str = "status"
    errors_have: str = ""
    example_fails_with: Optional[str] = None
    deprecated: Optional[Dict[str, str]] = None
    optional: str = ""  # the part of the library that has it, if it can be left out

    @property
    def short(self) -> str:
        return self.name[len("birthcase_"):]


@dataclasses.dataclass
class Section:
    title: str
    functions: List[Function]


@dataclasses.dataclass
class Subject:
    """A header."""
    name: str
    header: str
    title: str
    about: str
    includes: List[str]
    conventions: List[Tuple[str, str]]
    constants: List[Value]
    enumerations: List[Enumeration]
    handles: List[Handle]
    sections: List[Section]
    platform: bool = False
    optional: str = ""
    after_conventions: str = ""

    @property
    def functions(self) -> List[Function]:
        return [function for section in self.sections for function in section.functions]


class Interface:
    """All subjects, in the order of the reference."""

    def __init__(self, folder: pathlib.Path) -> None:
        top = _read(folder / "interface.json")
        self.common: Dict[str, str] = top["common_parameters"]
        self.groups_of_statuses: Dict[str, List[str]] = top["statuses"]
        described = [_read(folder / f"{name}.json") for name in top["subjects"]]
        self.handles = [Handle(**each) for text in described for each in text.get("handles", [])]
        self.enumerations = [_enumeration(each) for text in described for each in text.get("enumerations", [])]
        self.umbrella = _subject("interface", top, self)
        self.subjects = [_subject(name, text, self) for name, text in zip(top["subjects"], described)]
        self.functions = [function for subject in self.subjects for function in subject.functions]
        self._check()

    @property
    def constants(self) -> List[Value]:
        """Those that stand alone."""
        return [value for subject in self.subjects for value in subject.constants]

    @property
    def values(self) -> List[Value]:
        """Every constant."""
        return [*self.constants, *(value for each in self.enumerations for value in each.values)]

    def enumeration(self, name: str) -> Enumeration:
        return next(each for each in self.enumerations if each.name == name)

    def function(self, name: str) -> Function:
        return next(each for each in self.functions if each.name == name)

    def name_without_case(self, value: Value) -> str:
        """The name of a constant for languages that do not tell upper from lower case: a function may have it too."""
        clash = any(function.name == value.name.lower() for function in self.functions)
        return value.name.rsplit("_", 1)[0] if clash else value.name

    def statuses_of(self, function: Function) -> List[str]:
        """Every failure that a function may answer, once, in the order of the statuses; without prefix."""
        named = set()
        for status, _ in function.errors:
            if status.startswith("as "):
                named.update(self.statuses_of(self.function(status[3:])))
            else:
                named.update(self.groups_of_statuses.get(status, [status]))
        return [value.short for value in self.enumeration("status").values if value.short in named]

    def meaning(self, parameter: Parameter) -> str:
        """What a parameter is, for the reference."""
        if parameter.about:
            return parameter.about
        if parameter.direction == "frees":
            return "the address of the handle, which becomes NULL"
        if parameter.direction == "out" and parameter.type in {each.name for each in self.handles}:
            return "gets the new handle"
        if parameter.direction == "out" and not any(each.name == parameter.type for each in self.enumerations):
            return "gets the answer"
        return self.common.get(parameter.name, "")

    def _check(self) -> None:
        names = [each.name for each in [*self.functions, *self.values]]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise Mistake(f"described twice: {', '.join(twice)}")
        statuses = {value.short for value in self.enumeration("status").values} | set(self.groups_of_statuses)
        functions = {function.name for function in self.functions}
        for function in self.functions:
            for status, _ in function.errors:
                known = status[3:] in functions if status.startswith("as ") else status in statuses
                if not known:
                    raise Mistake(f"{function.name}: there is no error {status!r}")
            if function.returns == "status" and not function.errors:
                raise Mistake(f"{function.name}: every call that gives a status can fail; say with which errors")


def joined(text: Any) -> str:
    """Prose: a string, or lines that are joined. An empty line parts paragraphs; a line that begins with two blanks
    stays a line."""
    if isinstance(text, str):
        return text
    done = ""
    for line in text:
        if line == "":
            done += "\n\n"
        elif line.startswith("  "):
            done += "\n" + line
        else:
            done += ("" if not done or done.endswith("\n") else " ") + line
    return done


def _read(path: pathlib.Path) -> Dict[str, Any]:
    try:
        text = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Mistake(f"{path}: {error}") from None
    text.pop("$schema", None)
    return text


def _value(described: Dict[str, Any], since: str) -> Value:
    return Value(name=described["name"], value=described["value"], since=described.get("since", since),
                 about=joined(described.get("about", "")), kind=described.get("is"), json=described.get("json"),
                 deprecated=described.get("deprecated"), type=described.get("type", "int32"))


def _enumeration(described: Dict[str, Any]) -> Enumeration:
    since = described["since"]
    groups = described.get("groups") or [{"values": described["values"]}]
    return Enumeration(
        described["name"], joined(described["about"]), since,
        [Group([_value(each, group.get("since", since)) for each in group["values"]], group.get("about", ""),
               group.get("list"), group.get("since")) for group in groups],
        described.get("prefix", ""), described.get("flags", False))


def _parameter(described: Dict[str, Any]) -> Parameter:
    parameter = Parameter(**{**described, "about": joined(described.get("about", ""))})
    if parameter.length == "":
        parameter.length = f"{parameter.name}_length"
    return parameter


def _slots(parameter: Parameter, interface: Interface) -> List[Slot]:
    """The parameters of C that a parameter is."""
    name, kind, direction = parameter.name, parameter.type, parameter.direction
    if any(kind == handle.name for handle in interface.handles):
        if parameter.array:
            return [Slot(name, "handles", kind, True, parameter), Slot(parameter.array, "int64", of=parameter)]
        role = {"in": "handle", "changes": "handle", "out": "handle_out", "frees": "handle_freed"}[direction]
        return [Slot(name, role, kind, direction == "in", parameter)]
    if kind in TEXTS or kind == "buffer":
        first = Slot(name, "buffer" if kind == "buffer" else "chars", None, kind != "buffer", parameter)
        return [first] if parameter.length is None else [first, Slot(parameter.length, "int64", of=parameter)]
    of_enumeration = any(kind == each.name for each in interface.enumerations)
    if not of_enumeration and kind not in NUMBERS:
        raise Mistake(f"parameter {name}: there is no type {kind!r}")
    machine, of = ("int32", kind) if of_enumeration else (kind, None)
    if parameter.array:
        return [Slot(name, f"{machine}s", of, True, parameter), Slot(parameter.array, "int64", of=parameter)]
    return [Slot(name, f"{machine}_out" if direction == "out" else machine, of, False, parameter)]


def _function(described: Dict[str, Any], interface: Interface, optional: str) -> Function:
    fields = dict(described)
    parameters = [_parameter(each) for each in fields.pop("parameters", [])]
    without_session = fields.pop("without_session", False) or any(each.direction == "frees" for each in parameters)
    slots = [] if without_session else [Slot("session", "handle", "session")]
    try:
        for parameter in parameters:
            slots += _slots(parameter, interface)
    except Mistake as mistake:
        raise Mistake(f"{fields['name']}: {mistake}") from None
    fields["yields"] = joined(fields.get("yields", ""))
    if fields["yields"]:
        slots += [Slot("text", "text_out"), Slot("length", "int64_out")]
    errors = [tuple(each.split(": ", 1)) if ": " in each else (each, "") for each in fields.pop("errors", [])]
    fields["about"] = joined(fields["about"])
    return Function(parameters=parameters, errors=errors, slots=slots, optional=optional, **fields)


def _subject(name: str, described: Dict[str, Any], interface: Interface) -> Subject:
    optional = described.get("optional", "")
    own = {each["name"] for each in described.get("enumerations", [])}
    own_handles = {each["name"] for each in described.get("handles", [])}
    return Subject(
        name, described["header"], joined(described["title"]), joined(described["about"]),
        described.get("includes", []), [(label, joined(text)) for label, text in described.get("conventions", [])],
        [_value(each, each["since"]) for each in described.get("constants", [])],
        [each for each in interface.enumerations if each.name in own],
        [each for each in interface.handles if each.name in own_handles],
        [Section(each["title"], [_function(function, interface, optional) for function in each["functions"]])
         for each in described.get("sections", [])],
        described.get("platform", False), optional, joined(described.get("after_conventions", "")))

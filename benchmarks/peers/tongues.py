"""How each language writes a decision of logic.py."""

import json
from dataclasses import dataclass
from typing import Callable

from logic import Above, All, Choose, Fact, Is, LookUp, Not, OneOf, Some, positive


def quoted(text):
    return json.dumps(text)


@dataclass(frozen=True)
class Infix:
    """A language with operators between what they work on. Everything that may stand inside something is bracketed."""

    both: str
    either: str
    opposite: str  # with {}
    equal: Callable
    among: Callable
    choose: Callable  # of written cases and the written rest
    fact: Callable = str
    value: Callable = quoted
    above: str = "({} > {})"

    def write(self, node):
        if isinstance(node, Fact):
            return self.fact(node.name)
        if isinstance(node, Is):
            return self.equal(self.write(node.fact), node.text)
        if isinstance(node, OneOf):
            return self.among(self.write(node.fact), node.texts)
        if isinstance(node, Above):
            return self.above.format(self.write(node.fact), node.number)
        if isinstance(node, Not):
            return self.opposite.format(self.write(node.part))
        if isinstance(node, (All, Some)):
            operator = self.both if isinstance(node, All) else self.either
            return "(" + f" {operator} ".join(self.write(part) for part in node.parts) + ")"
        if isinstance(node, Choose):
            cases = [(self.write(condition), self.write(value)) for condition, value in node.cases]
            return self.choose(cases, self.write(node.otherwise))
        return self.look_up(node) if isinstance(node, LookUp) else self.value(node)

    def look_up(self, node):
        return self.write(node.chosen())


def listed(texts):
    return ", ".join(quoted(text) for text in texts)


def ternary(cases, otherwise):
    return "(" + "".join(f"{condition} ? {value} : " for condition, value in cases) + otherwise + ")"


def if_then_else(cases, otherwise):
    return "(" + "".join(f"if {condition} then {value} else " for condition, value in cases) + otherwise + ")"


FEEL = Infix(
    "and",
    "or",
    "not({})",
    equal=lambda fact, text: f"({fact} = {quoted(text)})",
    among=lambda fact, texts: f"({fact} in ({listed(texts)}))",
    choose=if_then_else,
)

CEL = Infix(
    "&&",
    "||",
    "!{}",
    equal=lambda fact, text: f"({fact} == {quoted(text)})",
    among=lambda fact, texts: f"({fact} in [{listed(texts)}])",
    choose=ternary,
)

JAVA = Infix(
    "&&",
    "||",
    "!{}",
    equal=lambda fact, text: f"{fact}.equals({quoted(text)})",
    among=lambda fact, texts: "(" + " || ".join(f"{fact}.equals({quoted(text)})" for text in texts) + ")",
    choose=ternary,
    fact=lambda name: camel(name),
)


def zen(derived):
    return Infix(
        "and",
        "or",
        "(not {})",
        equal=lambda fact, text: f"({fact} == {quoted(text)})",
        among=lambda fact, texts: f"({fact} in [{listed(texts)}])",
        choose=ternary,
        fact=lambda name: f"$.{name}" if name in derived else name,
    )


def numpy(codes):
    """Over columns of bytes and truths; answers are written as their codes, or as bytes where there are none."""
    value = (lambda text: str(codes[text])) if codes else (lambda text: f"b{quoted(text)}")

    def equal(fact, text):
        return f"({fact} == b{quoted(text)})"

    return Infix(
        "&",
        "|",
        "~{}",
        equal=equal,
        among=lambda fact, texts: "(" + " | ".join(equal(fact, text) for text in texts) + ")",
        choose=lambda cases, otherwise: "np.select([{}], [{}], {})".format(
            ", ".join(condition for condition, _ in cases), ", ".join(value for _, value in cases), otherwise
        ),
        fact=lambda name: f"case({quoted(name)}, period)",
        value=value,
    )


def json_logic(node):
    if isinstance(node, Fact):
        return {"var": node.name}
    if isinstance(node, Is):
        return {"===": [json_logic(node.fact), node.text]}
    if isinstance(node, OneOf):
        return {"in": [json_logic(node.fact), list(node.texts)]}
    if isinstance(node, Above):
        return {">": [json_logic(node.fact), node.number]}
    if isinstance(node, Not):
        return {"!": [json_logic(node.part)]}
    if isinstance(node, (All, Some)):
        return {"and" if isinstance(node, All) else "or": [json_logic(part) for part in node.parts]}
    if isinstance(node, Choose):
        cases = [json_logic(part) for case in node.cases for part in case]
        return {"if": [*cases, json_logic(node.otherwise)]}
    return json_logic(node.chosen()) if isinstance(node, LookUp) else node


def rego_value(value, derived):
    if isinstance(value, LookUp):
        return f"{json.dumps(dict(value.table))}[{rego_value(value.fact, derived)}]"
    if not isinstance(value, Fact):
        return quoted(value)
    return value.name if value.name in derived else f"input.{value.name}"


def rego(leaf, derived):
    """A leaf, or the opposite of one, as a line of a rule's body."""
    opposite = isinstance(leaf, Not)
    leaf = leaf.part if opposite else leaf
    if isinstance(leaf, Is):
        return f"{rego_value(leaf.fact, derived)} {'!=' if opposite else '=='} {quoted(leaf.text)}"
    if isinstance(leaf, OneOf):
        return f"{'not ' if opposite else ''}{rego_value(leaf.fact, derived)} in {{{listed(leaf.texts)}}}"
    if isinstance(leaf, Above):
        return f"{rego_value(leaf.fact, derived)} {'<=' if opposite else '>'} {leaf.number}"
    return f"{rego_value(leaf, derived)} == {'false' if opposite else 'true'}"


def drl(condition):
    """A constraint of a pattern, with `Not` at the leaves alone."""
    if isinstance(condition, (All, Some)):
        operator = " && " if isinstance(condition, All) else " || "
        return "(" + operator.join(drl(part) for part in condition.parts) + ")"
    opposite = isinstance(condition, Not)
    leaf = condition.part if opposite else condition
    if isinstance(leaf, Is):
        return f"{camel(leaf.fact.name)} {'!=' if opposite else '=='} {quoted(leaf.text)}"
    if isinstance(leaf, OneOf):
        return f"{camel(leaf.fact.name)} {'not in' if opposite else 'in'} ({listed(leaf.texts)})"
    if isinstance(leaf, Above):
        return f"{camel(leaf.fact.name)} {'<=' if opposite else '>'} {leaf.number}"
    return f"{camel(leaf.name)} == {'false' if opposite else 'true'}"


def parts_of(condition):
    """What has to hold together, each for itself."""
    condition = positive(condition)
    if not isinstance(condition, All):
        return [condition]
    return [part for inner in condition.parts for part in parts_of(inner)]


def conjunction(needed):
    return All(tuple(needed))


def camel(name):
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def below(node):
    """The nodes right below one."""
    if isinstance(node, (Is, OneOf, Above, LookUp)):
        return [node.fact]
    if isinstance(node, Not):
        return [node.part]
    if isinstance(node, (All, Some)):
        return list(node.parts)
    if isinstance(node, Choose):
        return [part for case in node.cases for part in case] + [node.otherwise]
    return []


def facts_of(node):
    """The names of the facts that a decision reads, once each, in the order of reading."""
    found = [node.name] if isinstance(node, Fact) else [name for part in below(node) for name in facts_of(part)]
    return list(dict.fromkeys(found))


def texts_of(decisions):
    """Every text that some decision answers, once."""
    values = [value for node in decisions.values() for value in values_of(node)]
    return list(dict.fromkeys(values))


def values_of(node):
    if isinstance(node, Choose):
        return [value for _, case in node.cases for value in values_of(case)] + values_of(node.otherwise)
    return [value for _, value in node.table] if isinstance(node, LookUp) else [node]

"""Decisions over flat facts, for no engine in particular: what writers.py puts into each peer's language.

`answer` is what they mean, and every engine has to answer the same.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """A fact of the family, or a derived one that has a name."""

    name: str


@dataclass(frozen=True)
class Is:
    """A fact is this text."""

    fact: Fact
    text: str


@dataclass(frozen=True)
class OneOf:
    """A fact is one of these texts."""

    fact: Fact
    texts: tuple


@dataclass(frozen=True)
class Above:
    """A number is greater than this one."""

    fact: Fact
    number: int


@dataclass(frozen=True)
class All:
    parts: tuple


@dataclass(frozen=True)
class Some:
    parts: tuple


@dataclass(frozen=True)
class Not:
    part: object


@dataclass(frozen=True)
class Choose:
    """The value of the first case whose condition holds."""

    cases: tuple  # of (condition, value)
    otherwise: object


@dataclass(frozen=True)
class LookUp:
    """The text that a table has for a fact, whose last row is for all the rest."""

    fact: Fact
    table: tuple  # of (text, answer)

    def chosen(self):
        *others, (_, last) = self.table
        return Choose(tuple((Is(self.fact, text), value) for text, value in others), last)


def negated(condition):
    """The opposite, with `Not` at the leaves alone."""
    if isinstance(condition, Not):
        return positive(condition.part)
    if isinstance(condition, All):
        return Some(tuple(negated(part) for part in condition.parts))
    if isinstance(condition, Some):
        return All(tuple(negated(part) for part in condition.parts))
    return Not(condition)


def positive(condition):
    """The same condition, with `Not` at the leaves alone."""
    if isinstance(condition, Not):
        return negated(condition.part)
    if isinstance(condition, (All, Some)):
        return type(condition)(tuple(positive(part) for part in condition.parts))
    return condition


def ways(condition):
    """The conjunctions of leaves that make the condition hold, any one of them."""
    condition = positive(condition)
    if isinstance(condition, Some):
        return [way for part in condition.parts for way in ways(part)]
    if isinstance(condition, All):
        found = [()]
        for part in condition.parts:
            found = [before + way for before in found for way in ways(part)]
        return found
    return [(condition,)]


def flat(choice):
    """A choice as one list of (conditions, value) in order, all of the conditions needed; the last has none."""
    if not isinstance(choice, Choose):
        return [((), choice)]
    rows = [((condition, *needed), value) for condition, inner in choice.cases for needed, value in flat(inner)]
    return rows + flat(choice.otherwise)


def inlined(node, named):
    """The same, with every derived fact in place of its name."""
    if isinstance(node, Fact):
        return inlined(named[node.name], named) if node.name in named else node
    if isinstance(node, (All, Some)):
        return type(node)(tuple(inlined(part, named) for part in node.parts))
    if isinstance(node, Not):
        return Not(inlined(node.part, named))
    if isinstance(node, Choose):
        cases = tuple((inlined(condition, named), inlined(value, named)) for condition, value in node.cases)
        return Choose(cases, inlined(node.otherwise, named))
    if isinstance(node, Is):
        return Is(inlined(node.fact, named), node.text)
    return node


def answer(node, facts):
    """What the decision answers for these facts, the derived ones among them."""
    if isinstance(node, Fact):
        return facts[node.name]
    if isinstance(node, Is):
        return answer(node.fact, facts) == node.text
    if isinstance(node, OneOf):
        return facts[node.fact.name] in node.texts
    if isinstance(node, Above):
        return facts[node.fact.name] > node.number
    if isinstance(node, All):
        return all(answer(part, facts) for part in node.parts)
    if isinstance(node, Some):
        return any(answer(part, facts) for part in node.parts)
    if isinstance(node, Not):
        return not answer(node.part, facts)
    if isinstance(node, LookUp):
        return dict(node.table)[facts[node.fact.name]]
    if isinstance(node, Choose):
        holding = (value for condition, value in node.cases if answer(condition, facts))
        return answer(next(holding, node.otherwise), facts)
    return node


def answers(decisions, facts, derived):
    """The answer of every decision by its name; derived facts are worked out first."""
    known = dict(facts)
    for name, decision in derived.items():
        known[name] = answer(decision, known)
    return {name: answer(decision, known) for name, decision in decisions.items()}

"""The same rules in each peer's language, from description.py; every function answers the text of a file."""

import json
from xml.sax.saxutils import escape

import tongues
from description import CONDITIONS, DERIVED, EXPRESSIONS, FACTS
from logic import Choose, Is, LookUp, flat, inlined, negated, ways

SETS = {"conditions": ({}, CONDITIONS), "expressions": (DERIVED, EXPRESSIONS)}


def indented(value):
    return json.dumps(value, indent=1) + "\n"


def feel_texts():
    """Each expression for itself: for birthcase, which takes them one by one."""
    written = {
        of: {name: tongues.FEEL.write(node) for name, node in nodes.items()}
        for of, nodes in (("conditions", CONDITIONS), ("derived", DERIVED), ("expressions", EXPRESSIONS))
    }
    return indented(written)


def feel_context(of):
    derived, decisions = SETS[of]
    entries = [f"  {name}: {tongues.FEEL.write(node)}" for name, node in {**derived, **decisions}.items()]
    return "{\n" + ",\n".join(entries) + "\n}\n"


def cel_map(of):
    """One map, with the derived facts bound once around it."""
    derived, decisions = SETS[of]
    text = "{" + ", ".join(f'"{name}": {tongues.CEL.write(node)}' for name, node in decisions.items()) + "}"
    for name, node in reversed(derived.items()):
        text = f"cel.bind({name}, {tongues.CEL.write(node)}, {text})"
    return text + "\n"


def json_logic(of):
    """A list in the order of the answers; the language names nothing, so that derived facts are written out."""
    derived, decisions = SETS[of]
    return indented([tongues.json_logic(inlined(node, derived)) for node in decisions.values()])


def zen_graph(of):
    """A graph of one expression node, where later expressions see earlier ones as `$`."""
    derived, decisions = SETS[of]
    zen = tongues.zen(derived)
    expressions = [
        {"id": name, "key": name, "value": zen.write(node)} for name, node in {**derived, **decisions}.items()
    ]
    content = {"expressions": expressions, "passThrough": False, "inputField": None, "outputPath": None,
               "executionMode": "single"}
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
        {"id": "rules", "name": "rules", "type": "expressionNode", "position": {"x": 0, "y": 0}, "content": content},
        {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 0, "y": 0}},
    ]
    edges = [
        {"id": f"{start}-{end}", "type": "edge", "sourceId": start, "targetId": end}
        for start, end in (("in", "rules"), ("rules", "out"))
    ]
    return indented({"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges})


def rego_body(needed):
    return "{ " + "; ".join(tongues.rego(leaf, DERIVED) for leaf in needed) + " }"


def rego_rule(name, node):
    """A choice becomes a rule with `else`; a condition one that is false by default, and true in each of its ways."""
    if not isinstance(node, Choose):
        return f"default {name} := false\n\n" + "".join(f"{name} if {rego_body(way)}\n\n" for way in ways(node))
    lines, head = [], name
    for needed, value in flat(node):
        for way in ways(tongues.conjunction(needed)):
            bodied = f" if {rego_body(way)}" if way else ""
            lines.append(f"{head} := {tongues.rego_value(value, DERIVED)}{bodied}\n")
            head = "else"
    return "\n".join(lines) + "\n"


def rego_module():
    """Two packages' worth in one: the names of conditions end in `_asked`, since some answers have the same names."""
    rules = [rego_rule(name, node) for name, node in {**DERIVED, **EXPRESSIONS}.items()]
    rules += [rego_rule(f"{name}_asked", node) for name, node in CONDITIONS.items()]
    answers = "".join(f'\t"{name}": {name},\n' for name in EXPRESSIONS)
    asked = "".join(f'\t"{name}": {name}_asked,\n' for name in CONDITIONS)
    documents = f"expressions := {{\n{answers}}}\n\nconditions := {{\n{asked}}}\n"
    return "package birth\n\nimport rego.v1\n\n" + "".join(rules) + documents


DMN_TYPES = {str: "string", bool: "boolean", int: "number"}
DMN_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="{0}" id="{0}" name="{0}">
"""


def dmn_inputs():
    return "".join(
        f'<inputData id="i_{name}" name="{name}"><variable name="{name}" typeRef="{DMN_TYPES[kind]}"/></inputData>\n'
        for name, kind in FACTS.items()
    )


def dmn_decision(name, text, needs, derived):
    """A decision with a literal expression, and what it needs."""
    required = "".join(
        f'<informationRequirement id="{name}_{need}"><requiredDecision href="#d_{need}"/></informationRequirement>'
        if need in derived
        else f'<informationRequirement id="{name}_{need}"><requiredInput href="#i_{need}"/></informationRequirement>'
        for need in needs
    )
    return (
        f'<decision id="d_{name}" name="{name}"><variable name="{name}"/>{required}'
        f'<literalExpression id="l_{name}"><text>{escape(text)}</text></literalExpression></decision>\n'
    )


def dmn_decisions(of):
    """A decision for each expression."""
    derived, decisions = SETS[of]
    text = DMN_HEAD.format(of) + dmn_inputs()
    for name, node in {**derived, **decisions}.items():
        text += dmn_decision(name, tongues.FEEL.write(node), tongues.facts_of(node), derived)
    return text + "</definitions>\n"


def dmn_context(of):
    """One decision whose value is the context of all answers."""
    model = f"{of}_context"
    return DMN_HEAD.format(model) + dmn_inputs() + dmn_decision("all", feel_context(of), FACTS, {}) + "</definitions>\n"


JAVA_TYPES = {str: ("String", "(String)"), bool: ("boolean", "(Boolean)"), int: ("int", "(Integer)")}


def java_birth():
    """The bean of the facts. What follows from others it works out itself, as is the custom with Drools."""
    fields = {name: JAVA_TYPES[kind][0] for name, kind in FACTS.items()}
    fields.update({name: "String" if isinstance(node, Choose) else "boolean" for name, node in DERIVED.items()})
    lines = ["package peers;", "", "public final class Birth {"]
    lines += [f"  private final {kind} {tongues.camel(name)};" for name, kind in fields.items()]
    lines.append("  public Birth(java.util.Map<String, Object> facts) {")
    for name, kind in FACTS.items():
        lines.append(f'    {tongues.camel(name)} = {JAVA_TYPES[kind][1]} facts.get("{name}");')
    lines += [f"    {tongues.camel(name)} = {tongues.JAVA.write(node)};" for name, node in DERIVED.items()]
    lines.append("  }")
    for name, kind in fields.items():
        getter = ("is" if kind == "boolean" else "get") + tongues.camel("_" + name)
        lines.append(f"  public {kind} {getter}() {{ return {tongues.camel(name)}; }}")
    return "\n".join(lines) + "\n}\n"


def drl_rows(node):
    """What has to hold for which text, each row for itself: of what comes before it nothing holds."""
    if isinstance(node, Choose):
        before = []
        for condition, value in node.cases:
            yield from (([*before, condition, *needed], text) for needed, text in drl_rows(value))
            before.append(negated(condition))
        yield from (([*before, *needed], text) for needed, text in drl_rows(node.otherwise))
    elif isinstance(node, LookUp):
        yield from (([Is(node.fact, text)], value) for text, value in node.table)
    else:
        yield [], node


def drl_rules(of):
    _, decisions = SETS[of]
    text = "package birth\n\nimport peers.Birth\nimport peers.Answer\n\n"
    for place, (name, node) in enumerate(decisions.items()):
        rows = drl_rows(node) if isinstance(node, Choose) else [([node], True)]
        for row, (needed, value) in enumerate(rows):
            constraints = ", ".join(tongues.drl(part) for condition in needed for part in tongues.parts_of(condition))
            text += (
                f'rule "{name} {row}"\nwhen\n  Birth({constraints})\n  $answer : Answer()\nthen\n'
                f"  $answer.set({place}, {json.dumps(value)});\nend\n\n"
            )
    return text


def numpy_formulas():
    """Formulas of OpenFisca: over columns, with answers as places in ANSWERS."""
    text = "import numpy as np\n\n\nANSWERS = " + json.dumps(tongues.texts_of(EXPRESSIONS)) + "\n"
    kinds = (("CONDITIONS", CONDITIONS, False), ("DERIVED", DERIVED, False), ("EXPRESSIONS", EXPRESSIONS, True))
    for of, nodes, coded in kinds:
        codes = {answer: place for place, answer in enumerate(tongues.texts_of(EXPRESSIONS))} if coded else None
        text += f"{of} = {{\n"
        for name, node in nodes.items():
            text += f"    {json.dumps(name)}: lambda case, period: {tongues.numpy(codes).write(node)},\n"
        text += "}\n"
    return text


def files():
    """Every file of rules, by its name."""
    written = {
        "feel.json": feel_texts(),
        "names.json": indented({of: list(decisions) for of, (_, decisions) in SETS.items()}),
        "birth.rego": rego_module(),
        "Birth.java": java_birth(),
        "formulas.py": numpy_formulas(),
    }
    for of in SETS:
        written[f"{of}.feel"] = feel_context(of)
        written[f"{of}.cel"] = cel_map(of)
        written[f"{of}.jsonlogic.json"] = json_logic(of)
        written[f"{of}.zen.json"] = zen_graph(of)
        written[f"{of}.dmn"] = dmn_decisions(of)
        written[f"{of}-context.dmn"] = dmn_context(of)
        written[f"{of}.drl"] = drl_rules(of)
    return written

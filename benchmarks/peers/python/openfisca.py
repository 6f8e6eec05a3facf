#!/usr/bin/env python3
"""The rules as OpenFisca's variables, for a population at once; engine.py has the lines."""

import importlib.metadata
import json
import pathlib
import runpy
import sys
import time

import numpy as np
from openfisca_core import entities, indexed_enums, periods, taxbenefitsystems, variables
from openfisca_core.simulations import SimulationBuilder

FOLDER = pathlib.Path(sys.argv[1])
PERIOD = periods.period("2019-06")
MONTH = periods.DateUnit.MONTH
TIMES = 40  # the families over and over, so that columns are long
LONGEST_TEXT = 32

families = json.loads((FOLDER / "families.json").read_text(encoding="utf-8"))
formulas = runpy.run_path(str(FOLDER / "formulas.py"))
case = entities.Entity("case", "cases", "a birth", "")
system = taxbenefitsystems.TaxBenefitSystem([case])
texts = {f"answer_{place}": text for place, text in enumerate(formulas["ANSWERS"])}
answer_kinds = indexed_enums.Enum("Answers", texts)


def add(name, kind, formula=None):
    about = {"value_type": kind, "entity": case, "definition_period": MONTH, "label": name}
    if kind is str:
        about["max_length"] = LONGEST_TEXT
    if kind is indexed_enums.Enum:
        about.update(possible_values=answer_kinds, default_value=next(iter(answer_kinds)))
    if formula:
        about["formula"] = formula
    system.add_variable(type(name, (variables.Variable,), about))


def coded(formula):
    def chosen(case, period):
        return indexed_enums.EnumArray(formula(case, period).astype(np.int16), answer_kinds)

    return chosen


def fill():
    """The facts, what follows from them, the conditions as `…_asked` and the answers."""
    for name, value in families[0].items():
        add(name, type(value))
    for name, formula in formulas["DERIVED"].items():
        add(name, str if name == "settlement_hukou" else bool, formula)
    for name, formula in formulas["CONDITIONS"].items():
        add(f"{name}_asked", bool, formula)
    for name, formula in formulas["EXPRESSIONS"].items():
        add(name, indexed_enums.Enum, coded(formula))


def columns(times):
    return {name: np.array([family[name] for family in families] * times) for name in families[0]}


def simulation(facts):
    made = SimulationBuilder().build_default_simulation(system, len(next(iter(facts.values()))))
    for name, column in facts.items():
        made.set_input(name, PERIOD, column)
    return made


def way(of):
    """The names of what is asked for, each with the variable that answers it."""
    suffix = "_asked" if of == "CONDITIONS" else ""
    return {name: name + suffix for name in formulas[of]}


def answered(asked):
    made = simulation(columns(1))
    found = {}
    for name, variable in asked.items():
        column = made.calculate(variable, PERIOD)
        is_enum = isinstance(column, indexed_enums.EnumArray)
        found[name] = [kind.value for kind in column.decode()] if is_enum else column.tolist()
    return [{name: column[place] for name, column in found.items()} for place in range(len(families))]


def timed(asked, facts, seconds):
    """Nanoseconds of processor time a family, without putting the facts in."""
    used, passes = 0, 0
    while used < seconds * 1e9:
        made = simulation(facts)
        start = time.process_time_ns()
        for variable in asked.values():
            made.calculate(variable, PERIOD)
        used += time.process_time_ns() - start
        passes += 1
    return used / (passes * len(families) * TIMES)


def main():
    fill()
    facts = columns(TIMES)
    sets = {"conditions": way("CONDITIONS"), "expressions": way("EXPRESSIONS")}
    ways = [{"set": name, "does": f"columns of {TIMES * len(families)}"} for name in sets]
    print(json.dumps({"version": importlib.metadata.version("openfisca-core"), "ways": ways}), flush=True)
    for line in sys.stdin:
        what, place, *seconds = line.split()
        asked = list(sets.values())[int(place)]
        said = timed(asked, facts, float(seconds[0])) if what == "time" else answered(asked)
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()

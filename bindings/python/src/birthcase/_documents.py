"""The documents of a plan.

Under one profile few different ones come up, again and again. So what was read of one is kept with the profile, but for
what the family told, and the next plan that has it says so by a key of the library's, in which nobody is named.
"""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

from . import _native
from ._lazy import Lazy
from ._plan_source import Json, PlanSource
from .plans import Evidence, Why, _WithWhy

#: What all plans say alike of one document, and of the reason for it.
Known = Tuple[Dict[str, Any], Optional[Dict[str, Any]]]

#: Of one profile in one language; when there are more, it begins anew. A city's rules give some hundred.
_MOST = 4096

# Each of these is a third faster than object.__setattr__, which looks the attribute up.
_new = object.__new__
_set_said = vars(Evidence)["__dict__"].__set__
_set_why = vars(_WithWhy)["why"].__set__
_set_reason = vars(Why)["__dict__"].__set__
_set_reader = vars(Lazy)["_reader"].__set__


def documents_of(source: PlanSource) -> Tuple[Evidence, ...]:
    """The documents of a plan, in its order."""
    keys = source.read(_native.PLAN_EVIDENCE_KEYS).split(b"\n")
    keys.pop()  # each ends with a newline
    known: Dict[bytes, Known] = source.rules.documents[source.language]
    try:
        alike = list(map(known.__getitem__, keys))
    except KeyError:
        alike = _learn(source, keys, known)
    made: List[Evidence] = []
    for place, (said, reason) in enumerate(alike):
        why: Optional[Why] = None
        if reason is not None:
            why = _new(Why)
            _set_reason(why, reason)
            _set_reader(why, (source, place))
        item: Evidence = _new(Evidence)
        _set_said(item, said)
        _set_why(item, why)
        made.append(item)
    return tuple(made)


def _learn(source: PlanSource, keys: List[bytes], known: Dict[bytes, Known]) -> List[Known]:
    """Reads what the plan says of its documents, and keeps it."""
    items = source.document()["evidence"]
    alike = [_known(item, source.text(_native.EVIDENCE_HOLDER_LABEL, place)) for place, item in enumerate(items)]
    if len(known) > _MOST:
        known.clear()
    known.update(zip(keys, alike))
    return alike


def _known(item: Json, holder_label: str) -> Known:
    said = {
        "type": item["type"],
        "label": item["label"],
        "newborn": item.get("newborn"),
        "holder": item.get("holder"),
        "holder_label": holder_label or None,
        "status": item["status"],
        "original": item["original"],
        "copies": item["copies"],
        "instead_of": item.get("instead_of"),
        "tolerance": item.get("tolerance"),
        "needed_by": tuple(item["needed_by"]),
        "origin": item.get("from"),
    }
    return said, reason_in(item["why"]) if "why" in item else None


def reason_in(why: Json) -> Dict[str, Any]:
    """What a reason says, but for the facts."""
    return {
        "rule": why["rule"],
        "holds": why["holds"],
        "condition": why.get("condition"),
        "source": why["source"],
        "interpretation": why.get("interpretation", False),
        "text": why.get("text"),
    }

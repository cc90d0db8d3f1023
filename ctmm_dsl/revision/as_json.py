"""A revision as JSON, and back; the facts of a model as JSON, and a revision applied to them.

The format, `ctmm-revision/1`:

    {"format": "ctmm-revision/1", "gravest": "scoring",
     "asks": [{"zh": …, "en": …}],
     "changes": [
       {"kind": "edited", "thing": "clause", "aspect": "text", "class": "requirement", "hurt": ["cities", "document"],
        "why": {"zh": …, "en": …}, "signs": [{"zh": "数字 60% → 80%", "en": …}],
        "old": [{"document": "ctmm", "id": "AR.1.1/1a", "path": ["适数化改革", …], "text": …, "file": …, "line": 12}], "new": […],
        "steps": [{"old": ["standard ctmm", "node AR", "node AR.1", "node AR.1.1", "clause 1a"], "new": […], "at": 3,
                   "values": [{"aspect": "text", "old": …, "new": …}]}]}]}

The steps alone are needed to apply it; all else is for readers. Keys, `at` and values are those of `ctmm_dsl.revision.values`. Facts are a
list of `[key, value]`; the fact of a thing itself has an empty aspect and the value `[kind, name]`. Numbers are whole or texts `p/q`.
"""

from __future__ import annotations

from typing import Any

from ctmm_dsl.findings import Both, both
from ctmm_dsl.model import Model
from ctmm_dsl.revision.applying import Misfit, applied
from ctmm_dsl.revision.taking import facts
from ctmm_dsl.revision.things import Facts
from ctmm_dsl.revision.values import Change, Key, Place, Revision, Step

FORMAT = "ctmm-revision/1"

JSON = dict[str, Any]


def as_json(revision: Revision) -> JSON:
    return {
        "format": FORMAT,
        "gravest": revision.gravest(),
        "asks": [dict(one) for one in revision.asks],
        "changes": [_change(one) for one in revision.changes],
    }


def _change(change: Change) -> JSON:
    return {
        "kind": change.kind,
        "thing": change.thing,
        "aspect": change.aspect,
        "class": change.grade,
        "hurt": list(change.hurt),
        "why": dict(change.why),
        "signs": [dict(one) for one in change.signs],
        "old": [_place(one) for one in change.old],
        "new": [_place(one) for one in change.new],
        "steps": [_step(one) for one in change.steps],
    }


def _place(place: Place) -> JSON:
    said: JSON = {"document": place.document, "id": place.id, "path": list(place.path), "text": place.text}
    if place.span is not None:
        said |= {"file": place.span.source.path, "line": place.span.source.position(place.span.start).line}
    return said


def _step(step: Step) -> JSON:
    values = [{"aspect": aspect, "old": old, "new": new} for aspect, old, new in step.values]
    return {"old": list(step.old), "new": list(step.new), "at": step.at, "values": values}


# ---- back ------------------------------------------------------------------------------------------------------


def from_json(data: JSON) -> Revision:
    """A revision from its JSON; places have no span, since the files are not there. Raises `Misfit` where it is no revision."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise Misfit(both(f"这不是修订文件：format 不是 {FORMAT}", f"this is no revision: its format is not {FORMAT}"))
    try:
        return Revision(tuple(_change_of(one) for one in data["changes"]), tuple(map(_both_of, data["asks"])))
    except (KeyError, TypeError, ValueError, AttributeError) as trouble:
        raise Misfit(both(f"修订文件不完整：{trouble}", f"the revision is not whole: {trouble}")) from trouble


def _change_of(data: JSON) -> Change:
    return Change(
        kind=data["kind"],
        thing=data["thing"],
        aspect=data["aspect"],
        old=tuple(map(_place_of, data["old"])),
        new=tuple(map(_place_of, data["new"])),
        grade=data["class"],
        hurt=tuple(data["hurt"]),
        why=_both_of(data["why"]),
        signs=tuple(map(_both_of, data["signs"])),
        steps=tuple(map(_step_of, data["steps"])),
    )


def _place_of(data: JSON) -> Place:
    return Place(data["document"], data["id"], tuple(data["path"]), data["text"], None)


def _step_of(data: JSON) -> Step:
    values = tuple((_word(one["aspect"]), one["old"], one["new"]) for one in data["values"])
    at = data["at"]
    if not (at is None or type(at) is int):
        raise TypeError(f"at: {at!r}")
    return Step(_key(data["old"]), _key(data["new"]), at, values)


def _key(steps: list[Any]) -> Key:
    return tuple(map(_word, steps))


def _word(word: Any) -> str:
    if not isinstance(word, str):
        raise TypeError(repr(word))
    return word


def _both_of(data: JSON) -> Both:
    return both(data["zh"], data["en"])


# ---- facts -----------------------------------------------------------------------------------------------------


def facts_json(model: Model) -> list[Any]:
    """The facts of a model as a list of `[key, value]`, in their order."""
    return _listed(facts(model))


def applied_json(old: list[Any], data: JSON) -> list[Any]:
    """The facts of the new edition, from those of the old one and the JSON of a revision alone."""
    before: Facts = {_key(key): value for key, value in old}
    return _listed(applied(before, from_json(data).changes))


def _listed(found: Facts) -> list[Any]:
    return [[list(key), value] for key, value in found.items()]

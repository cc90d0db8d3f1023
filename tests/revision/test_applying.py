"""The new edition follows from the old one and the changes alone, whatever an editor did; and nothing follows from nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctmm_dsl.model import Model
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.reading import find, read
from ctmm_dsl.revision import (
    CLASSES,
    KINDS,
    WHO,
    Misfit,
    Revision,
    applied,
    applied_json,
    as_json,
    facts,
    facts_json,
    from_json,
    revision,
)
from ctmm_dsl.source import decode
from tests.generators.invented import LADDER, TOTAL
from tests.generators.invented import LAID as LAID_TOTAL
from tests.revision.mutations import mutated
from tests.revision.specs import LAID, PART, SPEC, WHOLE, edited, model
from tests.revision.test_changes import CLAUSES, FORMULAS, NODES, REST
from tests.strategies import SPEC as FOLDER
from tests.strategies import Files, standards

HARBOUR = (Path(__file__).parents[1] / "golden/mixed/harbour.ctmm").read_text("utf-8")
TEXTS = (WHOLE, PART, LADDER, TOTAL, HARBOUR)


def proved(old: Model, new: Model) -> Revision:
    """A revision after all that must hold of one."""
    made = revision(old, new)
    before, after = facts(old), facts(new)
    assert list(applied(before, made.changes).items()) == list(after.items())
    assert list(applied(before, reversed(made.changes)).items()) == list(after.items())
    assert bool(made.changes) == (list(before.items()) != list(after.items()))
    written = json.dumps(as_json(made), ensure_ascii=False, allow_nan=False)
    assert applied_json(json.loads(json.dumps(facts_json(old))), json.loads(written)) == facts_json(new)
    assert as_json(replace(from_json(json.loads(written)), asks=made.asks)) == without_lines(json.loads(written))
    for change in made.changes:
        assert change.kind in KINDS and change.grade in CLASSES and set(change.hurt) <= set(WHO)
        assert change.why["zh"] and change.why["en"] and change.steps
        assert (not change.old) == (change.kind == "added") and (not change.new) == (change.kind == "removed")
    return made


def without_lines(data: dict[str, object]) -> dict[str, object]:
    """The JSON of a revision whose files are not there."""
    for change in data["changes"]:  # type: ignore[attr-defined]
        for place in (*change["old"], *change["new"]):
            place.pop("file", None), place.pop("line", None)
    return data


CASES = {**{name: (SPEC, edits) for name, (edits, _) in (CLAUSES | NODES | REST).items()},
         **{name: ((TOTAL, LAID_TOTAL), edits) for name, (edits, _) in FORMULAS.items()}}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_every_kind_of_edit_is_applied_forth_and_back(case: str) -> None:
    texts, edits = CASES[case]
    old, new = model(*texts), model(*edited(*edits, texts=texts))
    proved(old, new)
    proved(new, old)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(range(len(TEXTS))), st.integers(0, 10**6), st.integers(0, 8), st.integers(0, 4))
def test_any_edits_are_a_revision(which: int, seed: int, times: int, before: int) -> None:
    rest = SPEC[1:] if TEXTS[which] is WHOLE else (WHOLE, LAID) if TEXTS[which] is PART else ()
    old = mutated(TEXTS[which], seed + 1, before)
    proved(model(old, *rest), model(mutated(old, seed, times), *rest))


@settings(max_examples=8, deadline=None)
@given(standards(), standards())
def test_two_unlike_standards_are_a_revision(one: Files, other: Files) -> None:
    proved(model(*one.texts), model(*other.texts))


@settings(max_examples=8, deadline=None)
@given(standards())
def test_a_standard_is_no_revision_of_itself(one: Files) -> None:
    assert proved(model(*one.texts), model(*one.texts)) == Revision(())


@cache
def shipped() -> dict[str, str]:
    sources, _ = read(find([FOLDER]))
    return {source.path: source.text for source in sources}


def compiled(texts: dict[str, str]) -> Model:
    return compile_sources(decode(path, text.encode()) for path, text in texts.items()).model


def test_the_shipped_specs_revised() -> None:
    old = compiled(shipped())
    assert revision(old, compiled(shipped())) == Revision(())
    new = {path: mutated(text, at, 12) for at, (path, text) in enumerate(shipped().items())}
    assert len(proved(old, compiled(new)).changes) > 50


def test_a_spec_that_comes_and_goes() -> None:
    there, empty = model(*SPEC), model()
    for old, new, kind in ((there, empty, "removed"), (empty, there, "added")):
        made = proved(old, new)
        assert [change.kind for change in made.changes] == [kind] * len(SPEC)


def test_names_that_look_like_counts() -> None:
    names = ("x", "x~2", "x", "x~", "x~~2")
    text = "standard twice 两次\n  edition 1\n\n" + "".join(
        f'document "{name}" 第{at}个\n\n' for at, name in enumerate(names)
    )
    old, new = model(text), model(text.replace("第0个", "换了的") + 'document "x~" 又一个\n')
    assert [sum(key[-1] == "" for key in facts(one)) for one in (old, new)] == [2 + 5, 2 + 6]
    proved(old, new)
    proved(new, old)


# ---- a revision that does not fit --------------------------------------------------------------------------------


def test_changes_of_another_edition_are_refused() -> None:
    old, new = model(*SPEC), model(*edited(("> 60", "> 70")))
    changes = revision(old, new).changes
    with pytest.raises(Misfit, match="method / threshold"):
        applied(facts(new), changes)
    with pytest.raises(Misfit, match="standard garden / method"):
        applied(facts(model(LADDER)), changes)


def test_two_things_cannot_stand_in_one_place() -> None:
    old, new = model(*SPEC), model(*edited(("    a) 每月巡查一次\n", "    a) 有巡查人员\n    b) 每月巡查一次\n")))
    added = [change for change in revision(old, new).changes if change.kind == "added"]
    with pytest.raises(Misfit):
        applied(facts(old), (*added, replace(added[0], steps=tuple(replace(step) for step in added[0].steps))))


@pytest.mark.parametrize(
    "slip", [{"at": "3"}, {"at": True}, {"old": [["standard garden"]]}, {"values": [{}]}, {"new": 3}], ids=str
)
def test_a_step_with_a_slip_is_refused(slip: dict[str, object]) -> None:
    data = as_json(revision(model(*SPEC), model(*edited(("> 60", "> 70")))))
    data["changes"][0]["steps"][0] |= slip
    with pytest.raises(Misfit):
        applied_json(facts_json(model(*SPEC)), data)


@pytest.mark.parametrize(
    "data",
    [
        [],
        {},
        {"format": "other"},
        {"format": "ctmm-revision/1"},
        {"format": "ctmm-revision/1", "asks": [], "changes": [{}]},
    ],
    ids=str,
)
def test_what_is_no_revision_is_refused(data: object) -> None:
    with pytest.raises(Misfit) as raised:
        from_json(data)  # type: ignore[arg-type]
    assert raised.value.words["zh"] and raised.value.words["en"]

"""Nothing of meaning is missing from the facts: every field of every class of the model is in them, or on a short list of what is not."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, get_args

import pytest

from ctmm_dsl.expression.text import SIGNS
from ctmm_dsl.model import Model
from ctmm_dsl.model.expression import Expression, Unknown
from ctmm_dsl.revision import facts, revision
from ctmm_dsl.revision.grades import EDITED, NOTES, WHOLE
from ctmm_dsl.revision.names import ASPECTS, THINGS
from ctmm_dsl.revision.places import CARRIED
from ctmm_dsl.revision.taking import taken
from ctmm_dsl.revision.things import is_place
from tests.generators.invented import LAID, TOTAL
from tests.revision import specs
from tests.revision.specs import SPEC, edited, model

MEANINGLESS = {
    ("Cell", "level"): "the level of its clauses, each of which says it; that of a cell without clauses is told",
    ("Mapping", "source_node"): "what `subject` names",
    ("Mapping", "target_node"): "what `target` names",
    ("Model", "documents"): "a method",
}
"""Fields that say only what another one says."""

PIER = """standard pier 码头名录
  edition 1
  layers 组 / 项

domain P 码头

subdomain P.1 组织
"""

VERY_FULL = edited(
    ("  @note 试用\n", '  @allow CT3006 "试用"\n\nmethod\n  leaf  formula\n  parent  weighted sum\n'),
    ("  @note 两份比着看\n", '  @allow CT7008 "两份都在变"\n'),
    texts=(TOTAL, LAID, *SPEC, PIER),
)


@pytest.fixture(scope="module")
def full() -> Model:
    return model(*VERY_FULL)


def values(full: Model) -> Iterator[Any]:
    """Every value of a class of the model's rooms, each once."""
    seen: set[int] = set()
    waiting: list[Any] = [full]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple | list):
            waiting += reversed(one)
        elif (
            dataclasses.is_dataclass(one) and type(one).__module__.startswith("ctmm_dsl.model") and id(one) not in seen
        ):
            seen.add(id(one))
            yield one
            waiting += [getattr(one, field.name) for field in reversed(dataclasses.fields(one))]


def others(value: Any, alike: list[Any]) -> Iterator[Any]:
    """Values that a field could have instead."""
    if value is None:
        return
    if isinstance(value, str):
        yield {"+": "-", "-": "+"}.get(value, "+") if value in SIGNS else value + "′"
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int | Fraction):
        yield value + 1
    elif isinstance(value, tuple | list):
        yield value[:-1]
    elif isinstance(value, dict):
        yield dict(list(value.items())[1:])
    else:
        yield from (
            [Unknown(value.span)]
            if isinstance(value, get_args(Expression))
            else [one for one in alike if one is not value]
        )
        yield None


def fields_with_values(full: Model) -> dict[tuple[str, str], list[tuple[Any, str]]]:
    found: dict[tuple[str, str], list[tuple[Any, str]]] = {}
    for one in values(full):
        for field in dataclasses.fields(one):
            if not is_place(field.type):
                found.setdefault((type(one).__name__, field.name), []).append((one, field.name))
    return found


def fullest(alike: list[Any]) -> list[Any]:
    """Two values of a class: the first, and the first that says most."""
    return [
        *alike[:1],
        *sorted(alike, key=lambda one: -sum(bool(getattr(one, each.name)) for each in dataclasses.fields(one)))[:1],
    ]


def told(full: Model, holder: Any, name: str, alike: list[Any], before: dict[Any, Any]) -> bool:
    """Whether the facts say it when one field of one value is another."""
    was = getattr(holder, name)
    try:
        for other in others(was, alike):
            object.__setattr__(holder, name, other)
            try:
                if list(facts(full).items()) != list(before.items()):
                    return True
            except (AttributeError, TypeError, AssertionError):
                continue  # no value that this field can have
        return False
    finally:
        object.__setattr__(holder, name, was)


def test_every_field_is_told(full: Model) -> None:
    before = facts(full)
    by_class: dict[type, list[Any]] = {}
    for one in values(full):
        by_class.setdefault(type(one), []).append(one)
    untold = []
    for key, holders in fields_with_values(full).items():
        filled = [one for one in holders if getattr(*one) not in (None, (), {})]
        alike = [other for one in filled[:1] for other in fullest(by_class.get(type(getattr(*one)), []))]
        if not any(told(full, holder, name, alike, before) for holder, name in filled[:3]):
            untold.append(key)
    assert sorted(untold) == sorted(key for key in MEANINGLESS if key in fields_with_values(full))
    assert facts(full) == before


def test_every_class_of_the_model_is_tried(full: Model) -> None:
    from ctmm_dsl.model import documents, expression, interval, notes, tree

    rooms = (documents, expression, interval, notes, tree)
    classes = {
        one.__name__
        for room in rooms
        for one in vars(room).values()
        if isinstance(one, type) and dataclasses.is_dataclass(one) and one.__module__ == room.__name__
    }
    tried = {type(one).__name__ for one in values(full)}
    assert classes - tried == {"Scheme", "Unknown"}  # made from a model, not in it; in no model that is sound


def test_places_are_not_told() -> None:
    moved = ["\n\n# a remark that means nothing\n" + text.replace("\n\n", "\n\n\n") for text in VERY_FULL]
    assert list(facts(model(*moved)).items()) == list(facts(model(*VERY_FULL)).items())
    assert revision(model(*VERY_FULL), model(*moved)).changes == ()


def test_every_thing_and_property_has_a_class_and_a_name(full: Model) -> None:
    things = [thing for thing in taken(full).walk() if thing.parent]
    assert {thing.kind for thing in things} == set(THINGS) == set(EDITED) == set(WHOLE)
    for thing in things:
        for aspect in thing.aspects:
            assert aspect in ASPECTS, aspect
            known = (*NOTES, *CARRIED.get(thing.kind, ()), *EDITED[thing.kind])
            assert aspect in known, (thing.kind, aspect)


def test_the_specs_of_these_tests_are_sound() -> None:
    from ctmm_dsl.pipeline import compile_sources
    from ctmm_dsl.source import decode

    outcome = compile_sources([decode(f"{at}.ctmm", text.encode()) for at, text in enumerate(specs.SPEC)])
    assert outcome.sound, outcome.findings

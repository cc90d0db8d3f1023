"""The form of results: it takes every result that the referee gives, of every scheme, whole or in bounds, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import cycle
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ctmm_dsl.assessment import Assessment
from ctmm_dsl.model import Scheme
from ctmm_dsl.score import bounds, score
from ctmm_dsl.score.as_json import as_json, bounds_as_json, spoken
from generators.result_schema import result_schema
from tests.generators import filling
from tests.generators.editions import SHIPPED
from tests.generators.invented import INVENTED, SCHEMES, scheme_named
from tests.generators.mutations import Path, at, changed, fields, objects, places, with_field, without

SMALL = [pair for pair in SCHEMES if pair[0] != SHIPPED]


@cache
def checker(name: str, scheme: str) -> Draft202012Validator:
    schema = json.loads(json.dumps(result_schema(scheme_named(name, scheme))))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def whole(scheme: Scheme, seed: int, respondents: int = 0) -> Any:
    found = filling.read(filling.assessment(scheme, seed, respondents=respondents), scheme, partial=False)
    return as_json(score(scheme, found), found)


def partial(scheme: Scheme, seed: int, kept: int, respondents: int = 0) -> Any:
    found = filling.read(filling.assessment(scheme, seed, kept=kept, respondents=respondents), scheme)
    return bounds_as_json(*bounds(scheme, found), found)


def results(scheme: Scheme, seeds: int) -> Iterator[Any]:
    """Results and bounds of all sorts: whole, half filled in, empty; by one or by several respondents."""
    for seed in range(seeds):
        for respondents in (0, 3) if scheme.standard.rubrics else (0,):
            yield whole(scheme, seed, respondents)
            yield partial(scheme, seed, 50, respondents)
            yield partial(scheme, seed, 90, respondents)
    yield partial(scheme, 0, 0)


def alike(scheme: Scheme) -> Iterator[Any]:
    """Where all is assessed by clauses: the same answer to each, and a city that does well up to each level."""
    worth = [answer.points for answer in scheme.scale.answers] if scheme.scale else []
    if scheme.standard.formulas or not worth:
        return
    clauses = scheme.standard.clauses.values()
    given = [{clause.id: points for clause in clauses} for points in worth]
    given += [
        {clause.id: worth[0] if clause.level <= top.number else worth[-1] for clause in clauses}
        for top in scheme.standard.levels
    ]
    for points, subject in zip(given, cycle([None, {}, {"name": "某市"}]), strict=False):
        found = Assessment(subject, points=points)
        yield as_json(score(scheme, found), found)


@pytest.mark.parametrize(("name", "scheme"), SCHEMES)
def test_every_result_passes_its_schema(name: str, scheme: str) -> None:
    check, by = checker(name, scheme), scheme_named(name, scheme)
    for result in (*results(by, 6 if name == SHIPPED else 25), *alike(by)):
        assert list(check.iter_errors(result)) == []


def test_the_results_are_of_all_sorts() -> None:
    """What the tests above rest on: levels, totals, profiles, deductions, ends without bound, perceptions."""
    said = json.dumps([list(results(scheme_named(name, scheme), 25)) for name, scheme in SMALL], ensure_ascii=False)
    sorts = ('"level"', '"total"', '"profile"', '"deducted"', '"parts"', '"perception"', '"∞"', '"-∞"', '"exact": "-')
    assert [sort for sort in sorts if sort not in said] == []


def test_every_way_to_say_a_score_passes() -> None:
    """Also just above and just below the threshold, where rounding alone would hide the difference."""
    near = [Fraction(70) + Fraction(sign, 10**9) for sign in (-1, 0, 1)]
    said = [spoken(worth, Fraction(70)) for worth in (*near, Fraction(0), Fraction(1, 3), Fraction(100))]
    assert {one["shown"][0] for one in said} >= {"<", ">", "0"}
    check, result = checker("two-layers", "town"), whole(scheme_named("two-layers", "town"), 1)
    for one in said:
        assert check.is_valid(changed(result, ("levels", 0, "score"), one)), one
    signed = checker(INVENTED, "ladder"), whole(scheme_named(INVENTED, "ladder"), 1)
    for worth in (Fraction(-1, 3), Fraction(-(10**9)), Fraction(-1, 1000)):
        one = spoken(worth, Fraction(70))
        assert signed[0].is_valid(changed(signed[1], ("levels", 0, "score"), one)), one
        assert not check.is_valid(changed(result, ("levels", 0, "score"), spoken(Fraction(-1, 3), None)))


# ---- nothing else ----------------------------------------------------------------------------------------------

LEFT_OUT = ("subject", "respondents", "perception")
"""Fields that need not be there; of an end of the bounds, also the parts of a score."""
FREE = ("subject", "respondents", "groups")
"""Objects whose names are a city's own."""


@pytest.mark.parametrize(("name", "scheme"), SMALL)
def test_the_schema_of_a_result_is_closed_and_complete(name: str, scheme: str) -> None:
    """No object takes another field, none goes without one of its own, no value takes another type."""
    by = scheme_named(name, scheme)
    respondents = 2 if by.standard.rubrics else 0
    for result in (whole(by, 1, respondents), partial(by, 4, 60)):
        check = of_one_kind(name, scheme, "bounds" if "partial" in result else "result")
        assert check.is_valid(result)
        optional = (*LEFT_OUT, "parts") if "partial" in result else LEFT_OUT
        for place in distinct(result, objects(result)):
            assert not check.is_valid(with_field(result, place, "other", [])), place
        for place in distinct(result, fields(result)):
            if place[-1] not in optional and not set(FREE) & set(place):
                assert not check.is_valid(without(result, place)), place
        for place in distinct(result, list(places(result))):
            assert not check.is_valid(changed(result, place, [])) or place == ("missing",), place


def of_one_kind(name: str, scheme: str, kind: str) -> Draft202012Validator:
    """The schema of results alone, or of bounds alone, which says sooner that something is wrong."""
    schema = checker(name, scheme).schema
    return Draft202012Validator({"$defs": schema["$defs"], "$ref": f"#/$defs/{kind}"})


GROUPS = ("domains", "subdomains", "items")


def distinct(value: Any, found: list[Path]) -> list[Path]:
    """Of places that differ only in which node, which level or which end they are of, one."""

    def kind(place: Path) -> tuple[Any, ...]:
        said: list[Any] = []
        for depth, key in enumerate(place):
            is_node = depth > 0 and place[depth - 1] in GROUPS
            said.append(tuple(sorted(at(value, place[: depth + 1]))) if is_node else key)
        return tuple("#" if key in (0, 1, 2, "lower", "upper") else key for key in said)

    return list({kind(place): place for place in found}.values())


@pytest.mark.parametrize(("name", "scheme"), [pair for pair in SCHEMES if scheme_named(*pair).ladder])
def test_levels_of_another_kind_are_refused(name: str, scheme: str) -> None:
    check, by = checker(name, scheme), scheme_named(name, scheme)
    result = whole(by, 1)
    number, count = result["level"], len(by.standard.levels)
    domain = next(iter(result["levels"][0]["domains"]))
    first = ("levels", 0, "score")
    spoilt = [
        {**result, "level": count + 1},
        {**result, "level": (number + 1) % (count + 1)},
        {**result, "level": str(number)},
        {**result, "level_name": "other"},
        {**result, "class": "other"},
        {**result, "levels": result["levels"][:-1]},
        {**result, "levels": [*result["levels"], result["levels"][-1]]},
        {**result, "levels": result["levels"][::-1]},
        *(changed(result, (*first, "exact"), wrong) for wrong in (70, "70.5", "140/2 ", "1/0", "1/1", "070", "", None)),
        *(changed(result, (*first, "shown"), wrong) for wrong in ("70", "70.0", "70.000", "=70.00", "≥70.00", "-0.00")),
        without(result, ("levels", 0, "domains", domain)),
        with_field(result, ("levels", 0, "domains"), "other", at(result, ("levels", 0, "domains", domain))),
    ]
    for data in spoilt:
        assert not check.is_valid(data), data
    leaf = next(place for place in places(result) if place[-1:] == ("clauses",))
    assert not check.is_valid(changed(result, leaf, 999))
    assert not check.is_valid(changed(result, (*leaf[:-1], "points"), "100"))
    assert check.is_valid(changed(result, (*leaf[:-1], "points"), "200/3"))


@pytest.mark.parametrize(("name", "scheme"), SCHEMES)
def test_a_result_of_another_scheme_is_refused(name: str, scheme: str) -> None:
    check, by = checker(name, scheme), scheme_named(name, scheme)
    result = whole(by, 1)
    for key in ("standard", "edition", "profile"):
        for wrong in ("other", None, 1):
            assert not check.is_valid({**result, key: wrong})
    assert not check.is_valid({**result, "partial": True})
    assert not check.is_valid({**partial(by, 1, 50), "partial": False})


def test_nothing_is_without_bound_but_an_end_of_the_bounds() -> None:
    check, by = checker(INVENTED, "total"), scheme_named(INVENTED, "total")
    endless = spoken(None, None)
    leaf = ("domains", "W", "subdomains", "W.1", "items", "W.1.3", "score")
    result, ends = whole(by, 1), partial(by, 1, 0)
    assert at(ends, ("upper", *leaf)) == endless
    assert not check.is_valid(changed(result, leaf, endless))
    assert not check.is_valid(changed(result, ("total",), endless))
    bounded = ("upper", *leaf[:-2], "W.1.1", "score")
    assert not check.is_valid(changed(ends, bounded, endless))
    assert check.is_valid(changed(ends, ("upper", *leaf), spoken(Fraction(1), None)))


def test_parts_are_there_but_where_they_cannot_be_computed() -> None:
    check, by = checker(INVENTED, "total"), scheme_named(INVENTED, "total")
    parts = ("domains", "W", "subdomains", "W.1", "items", "W.1.2", "parts")
    result, ends = whole(by, 1), partial(by, 1, 0)
    assert list(at(result, parts)) == ["grade", "list", "who", "free"]
    assert not check.is_valid(without(result, parts))
    assert not check.is_valid(without(result, (*parts, "who")))
    assert "parts" not in at(ends, ("lower", *parts[:-1]))
    assert check.is_valid(with_field(ends, ("lower", *parts[:-1]), "parts", at(result, parts)))


def test_figures_of_rubrics_are_levels() -> None:
    check, by = checker(INVENTED, "total"), scheme_named(INVENTED, "total")
    result = whole(by, 1, respondents=3)
    leaf = ("domains", "V", "subdomains", "V.1", "items", "V.1.1")
    assert check.is_valid(result)
    group = next(iter(at(result, (*leaf, "perception", "groups"))))
    for place in (("now",), ("reached", "planned"), (*leaf, "now"), (*leaf, "perception", "groups", group, "now")):
        for wrong in (0, 4, "2", None, {}):
            assert not check.is_valid(changed(result, place, wrong)), place
    for place, wrong in ((("gap",), 3), (("gap",), -3), ((*leaf, "perception", "spread", "now"), 3)):
        assert not check.is_valid(changed(result, place, wrong))
    for wrong in ({"官": 0}, {"官": "1"}, []):
        assert not check.is_valid({**result, "respondents": wrong})


def test_only_what_the_scheme_reads_is_missing() -> None:
    """What is read by a reading that is not chosen is not missed."""
    for scheme, other in (("harbour", "kinds_valued"), ("harbour-strict", "waste")):
        check, ends = checker("mixed", scheme), partial(scheme_named("mixed", scheme), 1, 0)
        assert check.is_valid(ends)
        assert not check.is_valid({**ends, "missing": [*ends["missing"], other]})
        assert not check.is_valid({**ends, "missing": [*ends["missing"], ends["missing"][0]]})

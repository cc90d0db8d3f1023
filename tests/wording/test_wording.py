"""The rules on wording hold on the labelled sentences what `docs/wording.md` publishes."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from ctmm_dsl.catalogue import CATALOGUE
from tests.wording.measure import FRESH, RULES, SETS, measures, rows
from tests.wording.pages import DOCS, FILES, page

LEAST_SENTENCES = 40
LEAST_DESERVING = 9
MEASURED = {kind: {measure.code: measure for measure in measures(kind)} for kind in ("", FRESH)}


def published() -> dict[str, list[Fraction]]:
    """Precision and recall of each rule, as the page has them; then the same on fresh sentences."""
    text = (DOCS / FILES["en"]).read_text("utf-8")
    rows = re.findall(r"^\| \[(CT\d+)\](.*)$", text, re.M)
    return {code: [Fraction(share) for share in re.findall(r" (\d+/\d+) \(", row)] for code, row in rows}


@pytest.mark.parametrize("code", RULES)
def test_a_rule_is_as_good_as_published(code: str) -> None:
    precision, recall, fresh_precision, fresh_recall = published()[code]
    own, fresh = MEASURED[""][code], MEASURED[FRESH][code]
    assert own.precision >= precision and fresh.precision >= fresh_precision, (
        "it points out more that is right as it is"
    )
    assert own.recall >= recall and fresh.recall >= fresh_recall, "it misses more than it did"


@pytest.mark.parametrize("code", RULES)
def test_a_rule_is_tried_on_enough(code: str) -> None:
    measure = MEASURED[""][code]
    assert measure.tried >= LEAST_SENTENCES
    assert LEAST_DESERVING <= measure.deserving <= 0.6 * measure.tried, (
        "a fair share of sentences that are right as they are"
    )


@pytest.mark.parametrize("language", FILES)
def test_the_pages_are_fresh(language: str) -> None:
    """If not: `python -m tests.wording.pages`, and read the difference."""
    assert (DOCS / FILES[language]).read_text("utf-8") == page(language)


@pytest.mark.parametrize("name", [name + kind for name in SETS for kind in ("", FRESH)])
def test_every_line_is_labelled_and_says_why(name: str) -> None:
    codes = {entry.code for entry in CATALOGUE}
    told = rows(name)
    for row in told:
        assert None not in row and None not in row.values(), row
        assert row["labels"] == "-" or set(row["labels"].split(",")) <= codes & set(SETS[name.removesuffix(FRESH)]), row
        assert row["why"], row
    texts = [tuple(value for key, value in row.items() if key not in ("labels", "from", "why")) for row in told]
    assert len(set(texts)) == len(texts), "a line stands twice"


@pytest.mark.parametrize("name", SETS)
def test_fresh_lines_are_others(name: str) -> None:
    known, fresh = (
        {tuple(row.get(key) for key in ("declared", "lower", "higher", "text")) for row in rows(name + kind)}
        for kind in ("", FRESH)
    )
    assert not known & fresh


def test_all_rules_that_were_measured_are_published() -> None:
    assert sorted(published()) == sorted(RULES)

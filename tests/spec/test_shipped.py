"""The shipped standards: no errors, their counts, their place in the issue that they were made for."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from ctmm_dsl.model import Model
from ctmm_dsl.pipeline import Outcome

ROOT = Path(__file__).parents[2]


def test_nothing_is_found(shipped: Outcome) -> None:
    assert [(finding.code, str(finding.span)) for finding in shipped.findings] == []


def test_what_is_allowed_has_a_reason(shipped: Outcome) -> None:
    assert shipped.allowed
    assert all(len(allow.reason) >= 5 for _, allow in shipped.allowed)


# Counted in the source documents by list letters (full standard) and by separators (key indicators), apart from any parser.
FULL = {"AR": (8, 12, 19, 17, 14), "DF": (15, 19, 20, 25, 20), "SG": (9, 9, 16, 13, 11),
        "PS": (10, 15, 18, 16, 11), "CI": (9, 9, 9, 10, 10), "DR": (4, 6, 7, 8, 7)}  # fmt: skip
KEY = {"AR": (4, 5, 8, 9, 5), "DF": (5, 8, 12, 11, 9), "SG": (4, 6, 7, 7, 5),
       "PS": (3, 5, 6, 6, 3), "CI": (7, 6, 7, 9, 8), "DR": (4, 5, 7, 6, 6)}  # fmt: skip


@pytest.mark.parametrize(("name", "counts"), [("ctmm", FULL), ("ctmm-key", KEY)])
def test_clauses_by_domain_and_level(model: Model, name: str, counts: dict[str, tuple[int, ...]]) -> None:
    standard = model.standard(name)
    assert standard
    assert {
        domain.id: tuple(Counter(clause.level for clause in domain.clauses())[level] for level in range(1, 6))
        for domain in standard.domains
    } == counts


def test_six_twenty_thirtynine(model: Model) -> None:
    full, key = model.standard("ctmm"), model.standard("ctmm-key")
    assert full and key
    assert [sum(node.layer == layer for node in full.walk()) for layer in range(3)] == [6, 20, 39]
    assert [sum(node.layer == layer for node in key.walk()) for layer in range(3)] == [6, 20, 0]
    assert len(full.clauses) == 376
    assert len(key.clauses) == 193


def test_weights_of_the_key_indicators_as_table_1_prints_them(model: Model) -> None:
    key = model.standard("ctmm-key")
    assert key
    assert {domain.id: (domain.weight, [child.weight for child in domain.children]) for domain in key.domains} == {
        "AR": (Fraction(10, 100), [Fraction(n, 100) for n in (20, 20, 20, 40)]),
        "DF": (Fraction(20, 100), [Fraction(n, 100) for n in (20, 30, 30, 20)]),
        "SG": (Fraction(20, 100), [Fraction(n, 100) for n in (50, 50)]),
        "PS": (Fraction(20, 100), [Fraction(n, 100) for n in (20, 40, 40)]),
        "CI": (Fraction(20, 100), [Fraction(n, 100) for n in (35, 35, 20, 10)]),
        "DR": (Fraction(10, 100), [Fraction(n, 100) for n in (20, 40, 40)]),
    }


def test_every_key_clause_has_its_source(model: Model) -> None:
    key = model.standard("ctmm-key")
    assert key
    assert all(clause.origins for clause in key.clauses.values())


def test_chapters_of_the_full_standard(model: Model) -> None:
    full = model.standard("ctmm")
    assert full
    sections = [chapter.number or chapter.title for chapter in full.chapters if chapter.kind == "section"]
    assert sections == ["前言", "1", "2", "3", "4", "5", "6", "7", "8"]
    assert [node.place for node in full.walk() if node.layer == 1] == [
        f"8.{domain}.{place}" for domain, count in enumerate((4, 4, 3, 3, 3, 3), 1) for place in range(1, count + 1)
    ]
    assert len(full.terms) == 5
    assert len(full.abbreviations) == 8
    assert [len(chapter.paragraphs) for chapter in full.chapters if chapter.kind == "bibliography"] == [29]
    assert all(len(domain.mottos) == 5 for domain in full.domains)
    assert [node.caption.number for node in full.walk() if node.caption] == [str(n) for n in range(1, 21)]


def test_crosswalks_cover_both_standards(model: Model) -> None:
    pairs = {(crosswalk.source.id, crosswalk.target.id): crosswalk for crosswalk in model.crosswalks}
    assert pairs.keys() == {
        (source, target) for source in ("ctmm", "ctmm-key") for target in ("gbt33356-city", "iso37107")
    }
    for (source, _), crosswalk in pairs.items():
        subjects = {row.subject for row in crosswalk.rows}
        assert subjects == {node.id for node in crosswalk.source.leaves()}, source


def test_build_is_fresh() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ctmm_dsl", "build", "--check", "--lang", "en"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr

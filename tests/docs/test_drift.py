"""What `docs/drift.md` and its twin show is what `ctmm drift` says of the shipped spec; their tables name every rule and verdict."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from ctmm_dsl.cli.project import compile_spec
from ctmm_dsl.drift import EVENTS, Drift, drift, parts
from ctmm_dsl.render.drift import text
from ctmm_dsl.render.drift_words import EVENTS as SAID_EVENTS
from ctmm_dsl.render.drift_words import RULES, VERDICTS

ROOT = Path(__file__).parents[2]
PAGES = {"en": "drift.md", "zh": "走样.md"}


@cache
def found() -> tuple[Drift, ...]:
    outcome, _ = compile_spec([ROOT / "spec"])
    return tuple(drift(part) for part in parts(outcome.model))


def page(language: str) -> str:
    return (ROOT / "docs" / PAGES[language]).read_text("utf-8")


@pytest.mark.parametrize("language", PAGES)
def test_the_head_of_the_report(language: str) -> None:
    (shown,) = re.findall(r"```text\n(.*?)```", page(language), re.S)
    assert text(found(), language).startswith(shown + "\n")


@pytest.mark.parametrize("language", PAGES)
def test_every_rule_and_verdict_is_explained(language: str) -> None:
    told = {
        cell.strip() for row in re.findall(r"^\| ([^|]+) \|", page(language), re.M) for cell in re.split("[,、]", row)
    }
    assert {words[language] for words in (*RULES.values(), *VERDICTS.values())} <= told


def test_every_event_has_its_words() -> None:
    assert set(SAID_EVENTS) == set(EVENTS)


def test_the_pages_have_the_same_commands() -> None:
    commands = [re.findall(r"^ctmm drift[^ ]*(?: -?[\w./-]+)*(?=  )", page(language), re.M) for language in PAGES]
    assert commands[0] == commands[1] and len(commands[0]) == 4

"""`ctmm list`: what there is."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from ctmm_dsl import catalogue
from ctmm_dsl.cli.project import compile_spec
from ctmm_dsl.findings import both
from ctmm_dsl.model import Standard
from ctmm_dsl.render.terminal import SEVERITY_WORDS
from ctmm_dsl.scheme import schemes
from ctmm_dsl.source import cells
from generators.registry import GENERATORS


def run(arguments: Namespace) -> int:
    rows = {"standards": _standards, "generators": _generators, "codes": _codes}[arguments.what](arguments)
    _print(list(rows))
    return 0


def _standards(arguments: Namespace) -> Iterator[tuple[str, ...]]:
    outcome, _ = compile_spec([arguments.spec])
    scored = {scheme.id for scheme in schemes(outcome.model)}
    zh = arguments.lang == "zh"
    mark = "可打分" if zh else "scored"
    for standard in outcome.model.standards:
        count = _assessed(standard, arguments.lang)
        yield standard.id, standard.edition, count, mark if standard.id in scored else "", standard.name
    for profile in outcome.model.profiles:
        of = f"{profile.standard.id} 的剖面" if zh else f"profile of {profile.standard.id}"
        yield profile.id, profile.standard.edition, of, mark if profile.id in scored else "", profile.name
    for crosswalk in outcome.model.crosswalks:
        count = f"{len(crosswalk.rows)} 行对照" if zh else f"{len(crosswalk.rows)} rows"
        yield f"{crosswalk.source.id} -> {crosswalk.target.id}", "", count, "", ""


def _assessed(standard: Standard, language: str) -> str:
    """By what a standard is assessed, and how many of it there are."""
    kinds = (
        (standard.clauses, both("个条款", "clauses")),
        (standard.formulas, both("个公式", "formulas")),
        (standard.rubrics, both("个量规", "rubrics")),
    )
    words = [f"{len(leaves)} {name[language]}" for leaves, name in kinds if leaves]
    return ("、" if language == "zh" else ", ").join(words)


def _generators(_: Namespace) -> Iterator[tuple[str, ...]]:
    for name, generator in GENERATORS:
        yield name, (generator.__doc__ or "").strip().split("\n")[0]


def _codes(arguments: Namespace) -> Iterator[tuple[str, ...]]:
    for entry in catalogue.CATALOGUE:
        yield entry.code, SEVERITY_WORDS[entry.severity][arguments.lang], entry.slug, entry.message[arguments.lang]


def _print(rows: list[tuple[str, ...]]) -> None:
    widths = [max(cells(row[at]) for row in rows) for at in range(len(rows[0]))] if rows else []
    for row in rows:
        parts = [word + " " * (width - cells(word)) for word, width in zip(row, widths, strict=True)]
        print("  ".join(parts).rstrip())

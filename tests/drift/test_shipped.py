"""The key indicators beside the standard: what was counted when this was written, and read clause by clause."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ctmm_dsl.cli.project import compile_spec
from ctmm_dsl.drift import Compared, Drift, drift, parts
from ctmm_dsl.marks import new_text, old_text
from ctmm_dsl.model import RELATIONS
from ctmm_dsl.wording import fold

SPEC = Path(__file__).parents[2] / "spec"

RELATED = {"verbatim": 125, "abridged": 40, "reworded": 20, "merged": 7, "moved": 1}
JUDGED = {"weaker": 41, "stronger": 1, "differs": 25, "same": 126}
UNUSED = {1: 28, 2: 36, 3: 39, 4: 41, 5: 35}

READ = {
    "AR.2/2a": ("weaker", "degree"),  # 初步 put in
    "DF.3/2a": ("stronger", "degree"),  # 探索 became 初步
    "SG.2/1b": ("weaker", "left-out"),
    "CI.1/5b": ("weaker", "degree"),  # 全国 left out
    "DF.2/2a": ("weaker", "left-out"),
    "SG.2/2d": ("differs", "level"),  # asked earlier, in other words
    "CI.4/2a": ("differs", "degree"),  # 初步 left out, 部分 put in
    "SG.2/5a": ("differs", None),  # 无诉 became 未诉
    "AR.2/2b": ("differs", None),  # 成效 became 绩效
    "DF.1/1a": ("same", None),
}
"""Some clauses as a reader judged them, and by what."""


@cache
def shipped() -> Drift:
    outcome, _ = compile_spec([SPEC])
    (part,) = parts(outcome.model)
    return drift(part)


def row_of(clause: str) -> Compared:
    return next(row for row in shipped().compared if row.clause.id == clause)


def test_the_numbers() -> None:
    found = shipped()
    assert (found.part.id, found.whole.id) == ("ctmm-key", "ctmm")
    assert found.relations() == RELATED
    assert found.verdicts() == JUDGED
    assert found.unused_by_level() == UNUSED
    assert found.unsourced == ()


def test_the_numbers_add_up() -> None:
    found = shipped()
    assert sum(RELATED.values()) == sum(JUDGED.values()) == len(found.part.clauses)
    used = {source.id for row in found.compared for source in row.sources}
    assert len(found.unused) + len(used) == len(found.whole.clauses)
    assert not used & {row.clause.id for row in found.unused}


def test_clauses_are_judged_as_a_reader_judged_them() -> None:
    told = {clause: row_of(clause) for clause in READ}
    judged = {clause: (row.verdict, row.steps[0].rule if row.steps else None) for clause, row in told.items()}
    assert judged == READ


def test_what_is_said_to_be_verbatim_is_the_same() -> None:
    for row in shipped().compared:
        assert row.relation in RELATIONS
        assert (len(row.sources) > 1) == (row.relation == "merged")
        if row.relation == "verbatim":
            assert (row.verdict, row.steps) == ("same", ())


def test_marks_are_both_texts_sign_by_sign() -> None:
    for row in shipped().compared:
        assert old_text(row.marks) == "；".join(source.text for source in row.sources)
        assert new_text(row.marks) == row.clause.text


def test_what_is_left_out_stands_in_the_source_and_not_in_the_clause() -> None:
    for row in shipped().compared:
        for step in row.steps:
            if step.rule == "left-out":
                assert any(fold(step.before) in fold(source.text) for source in row.sources)
                assert fold(step.before) not in fold(row.clause.text)

"""What a city adds to its answers: evidence and notes. They have no part in any score.

In: an assessment that has been read without a problem. Out: a `Remark` for each answer that has anything added, in the standard's order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ctmm_dsl.model import Standard

Kind = Literal["clause", "rubric", "quantity"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Evidence and a note on the answer to `id`; of a rubric answered by several, also whose it is (both may be empty)."""

    kind: Kind
    id: str
    evidence: tuple[str, ...]
    note: str
    respondent: str = ""
    group: str = ""


def remarks_of(data: Mapping[str, Any], standard: Standard) -> tuple[Remark, ...]:
    """Clauses, then rubrics by respondent, then quantities."""
    answers, values = data.get("answers", {}), data.get("values", {})
    return (
        *_added("clause", standard.clauses, answers),
        *_added("rubric", standard.rubrics, answers),
        *(
            found
            for respondent in data.get("respondents", ())
            for found in _added("rubric", standard.rubrics, respondent["answers"], respondent)
        ),
        *_added("quantity", standard.reported, values),
    )


def _added(
    kind: Kind, ids: Iterable[str], answers: Mapping[str, Any], respondent: Mapping[str, Any] | None = None
) -> Iterator[Remark]:
    """What is added to the answers to these; blank texts add nothing."""
    who = respondent or {}
    for id_ in ids:
        answer = answers.get(id_)
        if isinstance(answer, dict):
            evidence = tuple(text for text in answer.get("evidence", ()) if text.strip())
            note = answer.get("note", "") if answer.get("note", "").strip() else ""
            if evidence or note:
                yield Remark(kind, id_, evidence, note, who.get("name", ""), who.get("group", ""))

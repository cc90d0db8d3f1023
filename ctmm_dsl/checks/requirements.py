"""CT8…: one clause, one requirement: what can be met apart is answered apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ctmm_dsl.catalogue import wording as codes
from ctmm_dsl.checks.texts import within
from ctmm_dsl.findings import Finding
from ctmm_dsl.model import Model

LEAST = 5
"""A part with fewer characters is no requirement of its own."""

_ACTS = "建立|建设|制定|编制|出台|构建|搭建|开展|设立|组建|具备|配备|成立|发布|培育|部署"
_LEFT = re.compile(f"{_ACTS}|形成|建成|完成|实现|接入|推进")
_JOINED = re.compile(
    rf"[，,]?(并同时|并且|同时|此外|另外|并|且)(?:还|应|能|能够|持续|定期|常态化|有效|初步)*({_ACTS})([^，,。；;]{{4,}})"
)
_BROKEN = re.compile(r"[；;。](?=.)")


def one_requirement(model: Model) -> Iterator[Finding]:
    """A clause asks for one thing: two sentences, or a second predicate with an object of its own, are two."""
    for standard in model.standards:
        for clause in standard.clauses.values():
            if found := _second(clause.text):
                start, end = found
                yield codes.TWO_REQUIREMENTS(
                    within(clause.text, clause.text_span, start, end), joint=clause.text[start:end].strip("，,")
                )


@lru_cache(maxsize=4096)
def _second(text: str) -> tuple[int, int] | None:
    """Where a clause goes over to a second requirement."""
    if not re.search("[:：]", text):
        for match in _BROKEN.finditer(text):
            if min(match.start(), len(text) - match.end()) >= LEAST:
                return match.span()
    for match in _JOINED.finditer(text):
        before = re.split("[。；;]", text[: match.start()])[-1]
        if (act := _LEFT.search(before)) and len(before) - act.end() >= 2:
            return match.span(1)
    return None

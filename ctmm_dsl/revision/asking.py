"""What is still to be done about a revision before it is published.

In: the changes and the pairs that they were found by. Out: sentences. Answers are taken by the edition that they name: where what is asked,
what it is called or what it is worth has changed while the edition has not, answers to the old edition would be taken for answers to the
new one.
"""

from __future__ import annotations

from collections.abc import Iterable

from ctmm_dsl.findings import Both, both
from ctmm_dsl.revision.grades import REQUIREMENT, SCORING, STRUCTURE
from ctmm_dsl.revision.pairs import Pairs
from ctmm_dsl.revision.things import Thing
from ctmm_dsl.revision.values import CLASSES, Change


def asks(pairs: Pairs, changes: Iterable[Change]) -> tuple[Both, ...]:
    """A sentence for each standard whose answers of the old edition would be taken for the new one, in the order of the new edition."""
    grave: dict[str, list[str]] = {}
    for change in changes:
        if change.grade in (REQUIREMENT, STRUCTURE, SCORING):
            grave.setdefault((change.new or change.old)[0].document, []).append(change.grade)
    root = next((new for _, new in pairs.found if new.parent is None), None)
    documents = root.children if root else []
    return tuple(
        _new_edition(new, found)
        for new in documents
        if new.kind == "standard" and (found := _of_standard(new, documents, grave)) and _same_edition(pairs, new)
    )


def _of_standard(standard: Thing, documents: list[Thing], grave: dict[str, list[str]]) -> dict[str, list[str]]:
    """The grave classes of its own changes and of those of the profiles that are laid over it, by document."""
    laid = [one.name for one in documents if one.kind == "profile" and one.aspects["of"] == standard.name]
    return {name: grave[name] for name in (standard.name, *laid) if name in grave}


def _same_edition(pairs: Pairs, standard: Thing) -> bool:
    old = pairs.old_of.get(standard)
    return old is not None and old.name == standard.name and _edition(old) == _edition(standard)


def _edition(standard: Thing) -> str:
    found = (str(one.aspects["value"]) for one in standard.children if one.kind == "fact" and one.name == "edition")
    return next(found, "")


def _new_edition(standard: Thing, found: dict[str, list[str]]) -> Both:
    grades = [grade for those in found.values() for grade in those]
    only = "" if standard.name in found else ", ".join(found)
    gravest = max(grades, key=CLASSES.index)
    edition = _edition(standard)
    zh = {REQUIREMENT: "要求", STRUCTURE: "结构", SCORING: "计分"}[gravest]
    en = {REQUIREMENT: "what is asked", STRUCTURE: "the structure", SCORING: "the scoring"}[gravest]
    where_zh, where_en = (f"，都在剖面 {only}", f", all of them in {only}") if only else ("", "")
    return both(
        f"{standard.name}：{zh}变了（较重的改动 {len(grades)} 处{where_zh}），edition 仍是“{edition}”；"
        "请改 edition，不然旧版的回答会被当作新版的收下",
        f"{standard.name}: {en} has changed (grave changes: {len(grades)}{where_en}) while the edition is still “{edition}”; "
        "give it a new edition, or answers to the old one are taken for the new one",
    )

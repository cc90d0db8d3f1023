"""A quantity, for a terminal: what it is, which indicators rest on it, and what it is evidence for through crosswalks.

In: a model and a quantity of it. Out: lines. Used by `ctmm show`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.evidence import readers
from ctmm_dsl.expression.figures import stretch
from ctmm_dsl.expression.text import expression
from ctmm_dsl.model import Model, Node, Quantity, Standard
from ctmm_dsl.render import leaf_text
from ctmm_dsl.render.entries import place
from ctmm_dsl.render.mapped import Seen, seen_from
from ctmm_dsl.render.paragraphs import EMPTY, Line
from ctmm_dsl.render.remarks import remarks


def quantity(model: Model, standard: Standard, shown: Quantity, language: str) -> Iterator[Line]:
    """A quantity: kind, unit, range; who rests on it; which clauses it helps to assess."""
    zh = language == "zh"
    yield Line(0, f"{shown.name} {shown.label}")
    yield Line(2, f"{standard.id} {standard.edition}  {place(shown.span)}")
    basis = leaf_text.BASES[shown.basis][language]
    yield Line(2, "类别" if zh else "kind", f"{leaf_text.kind(shown, language)}{'，' if zh else ', '}{basis}")
    if shown.numeric:
        yield Line(2, "范围" if zh else "range", _range(shown)[language])
    for option in shown.options:
        yield Line(2, f"{'选项' if zh else 'option'} {option.code}", option.label)
    if shown.whole:
        yield Line(2, "不超过" if zh else "never more than", f"{shown.whole.name} {shown.whole.label}")
    if shown.definition:
        yield Line(
            2, "由算式得出，不另填报 =" if zh else "computed, not reported =", expression(shown.definition, language)
        )
    yield from remarks(shown.notes, 2, language)
    reading = list(readers(standard, shown))
    yield EMPTY
    yield Line(2, "用到它的指标" if zh else "indicators that rest on it")
    yield from (Line(4, f"{node.id} {node.name}") for node in reading)
    yield from _evidence(model, standard, reading, language)


def _range(shown: Quantity) -> dict[str, str]:
    words = stretch(shown.interval, in_percent=shown.kind == "share")
    if shown.kind != "count":
        return dict(words)
    return {"zh": f"{words['zh']}，整数", "en": f"{words['en']}, whole"}


def _evidence(model: Model, standard: Standard, reading: list[Node], language: str) -> Iterator[Line]:
    """What the rows of the indicators, and of the nodes above them, lead to: each other end once, with its text."""
    zh = language == "zh"
    rows = seen_from(model, standard)
    paths = {path[-1].id: path for path in standard.paths()}
    found: dict[tuple[str, str, str], tuple[Seen, list[str]]] = {}
    for indicator in reading:
        for node in reversed(paths[indicator.id]):
            for one in rows.get(node.id, ()):
                if one.other:
                    key = (one.standard.id, one.other.id, one.relation)
                    found.setdefault(key, (one, []))[1].append(f"{node.id} {node.name}")
    yield EMPTY
    if not found:
        yield Line(2, "没有经对照可作的证据" if zh else "no crosswalk makes it evidence for anything")
        return
    yield Line(2, "经对照，可作下列各项的证据" if zh else "through crosswalks, evidence for")
    order = {standard.id: at for at, standard in enumerate(model.standards)}
    for one, through in sorted(found.values(), key=lambda pair: (order[pair[0].standard.id], pair[0].other_at)):
        yield Line(4, one.head(language))
        yield Line(8, "经" if zh else "through", ("；" if zh else "; ").join(dict.fromkeys(through)))
        if one.other:
            yield from leaf_text.text(one.standard, one.other, 8, language, brief=True)

"""CT8…: terms and abbreviations, used as the standard declares them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ctmm_dsl.catalogue import wording as codes
from ctmm_dsl.checks.texts import Text, assessed, prose, within
from ctmm_dsl.findings import Finding, Related, both
from ctmm_dsl.model import Abbreviation, Model, Standard, Term

LEAST, MOST = 4, 30
"""A form with fewer characters is a word of its own; a term with more is a sentence."""
DECLARED = both("在这里声明", "it is declared here")

_TITLES = re.compile(r"《[^》]*》")
_SHORT_FORM = re.compile(
    r"([^，,。；;：:（(《》“”、]{2,24})(?:[（(]|[，,])(?:(?:以下|下文)(?:[均统]?简?称)|简称)(?:为)?[：:]?[“\"]?([^”\"）)，,。]+)[”\"]?[）)]?"
)
_EXPLAINED = re.compile(r"(?<![A-Za-z0-9])([A-Z][A-Za-z0-9+]+)(?:[（(]|即)([\u4e00-\u9fff]{4,16})")
_IN_BRACKETS = re.compile(r"([\u4e00-\u9fff]{4,16})[（(]([A-Z][A-Za-z0-9+]+)[）)]")


def terms_as_declared(model: Model) -> Iterator[Finding]:
    """A declared term is used in its own words; a shorter form of it is told once, where it is first used."""
    for standard in model.standards:
        terms = [term for holder in standard.with_supersets() for term in holder.terms]
        known = {form: term for term in terms for form in _forms(term.name)}
        if not known:
            continue
        for name in _names(standard, terms):
            known.pop(name, None)
        forms = re.compile("|".join(sorted(map(re.escape, known), key=len, reverse=True)))
        masks = re.compile(
            "|".join([_TITLES.pattern, *sorted(map(re.escape, _names(standard, terms)), key=len, reverse=True)])
        )
        told: set[str] = set()
        for text, span in (*prose(standard), *assessed(standard)):
            for match in forms.finditer(text) if forms.search(text) else ():
                form = match.group()
                covered = any(
                    name.start() <= match.start() and match.end() <= name.end() for name in masks.finditer(text)
                )
                if form not in told and not covered:
                    told.add(form)
                    term = known[form]
                    place = within(text, span, match.start(), match.end())
                    yield codes.TERM_OTHERWISE(
                        place, Related(term.span, DECLARED), used=form, number=term.number, name=term.name
                    )


def _names(standard: Standard, terms: list[Term]) -> set[str]:
    """What may hold a form of a term without being one: the terms themselves, and names of documents, nodes, abbreviations."""
    names = {term.name for term in terms}
    for holder in standard.with_supersets():
        names |= {holder.name, *(node.name for node in holder.walk()), *(short.name for short in holder.abbreviations)}
    return {name for name in names if name}


@lru_cache(maxsize=1024)
def _forms(name: str) -> frozenset[str]:
    """A term's name with a part left out: a third at its head, a half inside, a quarter at its end. Words
    mostly have two characters: at the ends so many go at a time."""
    size = len(name)
    if not LEAST < size <= MOST or name.isascii():
        return frozenset()
    head = {name[cut:] for cut in range(2, size // 3 + 1, 2)}
    tail = {name[:-cut] for cut in range(2, size // 4 + 1, 2)}
    inside = {name[:at] + name[at + cut :] for cut in range(1, size // 2 + 1) for at in range(2, size - cut - 1)}
    return frozenset(form for form in head | tail | inside if len(form) >= LEAST)


def short_forms_agree(model: Model) -> Iterator[Finding]:
    """What a text says an abbreviation is short for is what the standard declares; and a short form, once given, is used."""
    for standard in model.standards:
        declared = {short.short: short for holder in standard.with_supersets() for short in holder.abbreviations}
        given: list[tuple[str, str]] = []
        for text, span in (*prose(standard), *assessed(standard)):
            for full, short in given:
                at = _TITLES.sub(lambda title: "《" * len(title.group()), text).find(full)
                if at >= 0 and not text.startswith(("（", "(", short), at + len(full)):
                    yield codes.SHORT_FORM_UNUSED(within(text, span, at, at + len(full)), full=full, short=short)
                    given.remove((full, short))
                    break
            for full, short, at in _expansions(text, declared):
                if found := declared.get(short):
                    yield from _expansion(full, found, (text, span), at)
                elif len(full) >= LEAST and at < 0:
                    given.append((full, short))


def _expansions(text: str, declared: dict[str, Abbreviation]) -> Iterator[tuple[str, str, int]]:
    """Full and short forms that a text gives beside each other; the place is -1 where it says 简称."""
    if "称" in text:
        for match in _SHORT_FORM.finditer(text):
            yield match[1], match[2].strip(), -1
    if "（" in text or "(" in text:
        for match in _IN_BRACKETS.finditer(text):
            yield match[1], match[2], match.start(2)
    for match in _EXPLAINED.finditer(text):
        name = declared[match[1]].name if match[1] in declared else ""
        if any(name[at : at + 2] in match[2] for at in range(len(name) - 1)):
            yield match[2], match[1], match.start(1)


def _expansion(full: str, short: Abbreviation, whole: Text, at: int) -> Iterator[Finding]:
    text, span = whole
    if not full.endswith(short.name):
        at = text.find(short.short) if at < 0 else at
        yield codes.EXPANSION_DIFFERS(
            within(text, span, at, at + len(short.short)), Related(short.span, DECLARED),
            short=short.short, here=full[max(0, full.find(short.name[:LEAST])) :], declared=short.name,
        )  # fmt: skip


def terms_used(model: Model) -> Iterator[Finding]:
    """A declared term or abbreviation is used, in its own standard or in a part of it. Where none is used, they are there to be listed."""
    for standard in model.standards:
        unused = list(_unused(model, standard)) if standard.terms or standard.abbreviations else []
        for declared in (standard.terms, standard.abbreviations):
            idle = [(one, name) for one, name in unused if one in declared]
            if len(idle) < len(declared):
                for one, name in idle:
                    yield codes.TERM_UNUSED(one.span, extent=standard.extent, name=name)


def _unused(model: Model, standard: Standard) -> Iterator[tuple[Term | Abbreviation, str]]:
    parts = [part for part in model.standards if standard in part.with_supersets()]
    whole = "\n".join(_everything(part) for part in parts)
    for term in standard.terms:
        if term.name not in whole and not any(
            term.name in paragraph.text
            for other in standard.terms
            if other is not term
            for paragraph in other.paragraphs
        ):
            yield term, term.name
    whole += "\n".join(paragraph.text for term in standard.terms for paragraph in term.paragraphs)
    for short in standard.abbreviations:
        if not re.search(rf"(?<![A-Za-z0-9]){re.escape(short.short)}(?![A-Za-z0-9])", whole):
            yield short, short.short


def _everything(standard: Standard) -> str:
    """All that may use a term: titles, prose, names, captions, mottos, what is assessed, what is counted."""
    parts = [standard.name, *(text for text, _ in prose(standard)), *(text for text, _ in assessed(standard))]
    for chapter in standard.chapters:
        parts += [chapter.title, *(paragraph.text for paragraph in chapter.paragraphs)]
    for node in standard.walk():
        parts += [node.name, node.caption.text if node.caption else "", *(motto.text for motto in node.mottos)]
    parts += [quantity.label for quantity in standard.quantities] + [metric.label for metric in standard.metrics]
    parts += [row.text for column in standard.columns for row in column.rows]
    parts += [formula.data for formula in standard.formulas.values()]
    return "\n".join(parts)

"""Where the text departs from the source, and what is doubtful in it: for whoever revises the document.

In: an edition. Out: `errata.md` for every standard: misprints with their corrections, findings that were allowed with the reasons
given, other readings of the document, and remarks by place. A profile has one where it has something to say or chooses readings, a
crosswalk where it allows something.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ctmm_dsl.findings import Finding
from ctmm_dsl.model import Allow, Profile, Remark, Standard
from ctmm_dsl.source import Span
from generators.artefact import Artefact, Edition
from generators.markdown_page import Markdown, Page, Section, Table, joined, page_bytes
from generators.places import Place, place_of, places

Allowed = tuple[Finding, Allow]


def emit(edition: Edition) -> Iterator[Artefact]:
    """The errata of every standard; of a profile or crosswalk, where it has something to say."""
    for standard in edition.model.standards:
        readings = _readings(standard, edition.model.profiles)
        page = _page(standard.id, standard.name, standard.edition, places(standard), edition.allowed, readings)
        yield Artefact(f"{standard.id}/errata.md", page_bytes(page), standard.id, standard.edition)
    for profile in edition.model.profiles:
        known = [Place("剖面", profile.name, profile.notes, profile.span, profile.extent)]
        page = _page(profile.id, profile.name, profile.standard.edition, known, edition.allowed, _chosen(profile))
        if any(section.table for section in page.sections):
            yield Artefact(f"{profile.id}/errata.md", page_bytes(page), profile.id, profile.standard.edition)
    for crosswalk in edition.model.crosswalks:
        name = f"{crosswalk.source.id}--{crosswalk.target.id}"
        known = [Place("对照", "", crosswalk.notes, crosswalk.span, crosswalk.extent)]
        if any(finding.span.source is crosswalk.span.source for finding, _ in edition.allowed):
            page = _page(name, "", crosswalk.source.edition, known, edition.allowed, ())
            yield Artefact(f"crosswalk/{name}.errata.md", page_bytes(page), name, crosswalk.source.edition)


def _page(
    name: str,
    title: str,
    edition: str,
    known: list[Place],
    allowed: tuple[Allowed, ...],
    readings: tuple[Section, ...],
) -> Page:
    source = known[0].extent.source
    here = sorted((one for one in allowed if one[0].span.source is source), key=lambda one: one[0].order())
    return Page(
        f"{title or name}：勘误与说明",
        (joined(["标识 ", Markdown(f"`{name}`"), f"，版本 {edition}。"]),),
        (_misprints(known), _allowed(known, here), *readings, _remarks(known)),
    )


def _misprints(known: list[Place]) -> Section:
    rows = [
        (place.name, place.text, erratum.printed, erratum.reason) for place in known for erratum in place.notes.errata
    ]
    return _section(
        "原文误印",
        "以下各处，原文所印与这里的文字不同；这里的文字是更正后的。",
        "没有发现误印。",
        ("位置", "更正后", "原文印作", "理由"),
        rows,
    )


def _allowed(known: list[Place], allowed: list[Allowed]) -> Section:
    """Findings by code, message and reason, each with all its places."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for finding, allow in allowed:
        same = found.setdefault((finding.code, finding.message("zh"), allow.reason), [])
        same.append(_where(finding.span, known))
    rows = [(code, "；".join(wheres), message, reason) for (code, message, reason), wheres in found.items()]
    return _section(
        "容许的检查发现",
        "以下检查发现已经看过，原文如此，予以保留。",
        "没有容许任何检查发现。",
        ("代码", "位置", "发现", "理由"),
        rows,
    )


# ---- other readings --------------------------------------------------------------------------------------------


def _readings(standard: Standard, profiles: Iterable[Profile]) -> tuple[Section, ...]:
    """The other ways in which a document can be read, and which profiles choose them; nothing where there are no calculations."""
    if not standard.formulas:
        return ()
    chosen: dict[tuple[str, str], list[str]] = {}
    for profile in profiles:
        if profile.standard is standard:
            for row in profile.readings:
                chosen.setdefault((row.node, row.reading), []).append(profile.id)
    rows = [
        (node, standard.nodes[node].name, reading.name, reading.label, "、".join(chosen.get((node, reading.name), ())))
        for node, formula in standard.formulas.items()
        for reading in formula.readings
    ]
    section = _section(
        "另一种读法",
        "以下各项，原文还可以有另一种读法；这里取正文的算法，剖面可以另选。各读法的算式见 tables.md。",
        "没有另一种读法。",
        ("指标", "名称", "读法", "说明", "采用的剖面"),
        rows,
    )
    return (section,)


def _chosen(profile: Profile) -> tuple[Section, ...]:
    """The readings that a profile chooses."""
    rows = []
    for row in profile.readings:
        node, formula = profile.standard.nodes.get(row.node), profile.standard.formulas.get(row.node)
        label = next((one.label for one in formula.readings if one.name == row.reading), "") if formula else ""
        rows.append((row.node, node.name if node else "", row.reading, label))
    if not rows:
        return ()
    opening = "以下各项，本剖面不取标准正文的算法，而取另一种读法。"
    return (_section("所取的读法", opening, "", ("指标", "名称", "读法", "说明"), rows),)


# ---- remarks ---------------------------------------------------------------------------------------------------


def _remarks(known: list[Place]) -> Section:
    rows = [(place.name, _spoken(remark)) for place in known for remark in place.notes.remarks if remark.kind in SPOKEN]
    return _section("存疑与说明", "以下各处文字照原样，另作说明。", "没有需要说明之处。", ("位置", "说明"), rows)


SPOKEN = ("note", "see")
"""The kinds of remark that say something of the text; English names and sources are facts about it."""


def _section(
    title: str, opening: str, nothing: str, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]
) -> Section:
    if not rows:
        return Section(title, paragraphs=(nothing,))
    return Section(title, paragraphs=(opening,), table=Table(header, tuple(rows)))


def _where(span: Span, known: list[Place]) -> str:
    """A finding's place and line: findings also lie where nothing has a name."""
    place = place_of(span, known)
    line = f"第 {span.source.position(span.start).line} 行"
    return f"{place.name}（{line}）" if place and place is not known[0] else line


def _spoken(remark: Remark) -> str:
    return f"参见 {remark.target}：{remark.text}" if remark.kind == "see" else remark.text

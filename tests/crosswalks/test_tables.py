"""The tables of a crosswalk, read back: every row stands in them once, and what is counted is counted again here."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from ctmm_dsl.model import Crosswalk, Mapping, Standard
from generators.artefact import Artefact, Edition
from tests.crosswalks.conftest import name_of, trails
from tests.crosswalks.reading import guarded, markdown, shown, under, unescaped

SPOKEN = {"exact": "相同", "close": "相近", "broad": "更宽", "narrow": "更窄", "related": "相关", "none": "无"}
MARKS = {"＝": "exact", "≈": "close", "⊂": "broad", "⊃": "narrow", "～": "related"}

Artefacts = dict[str, Artefact]


def named(standard: Standard, node: str) -> str:
    return shown(f"{node} {standard.nodes[node].name}")


def mapped(crosswalk: Crosswalk) -> list[Mapping]:
    return [row for row in crosswalk.rows if row.relation != "none"]


def layers_of(standard: Standard, nodes: list[str]) -> str:
    return "、".join(standard.layers[layer] for layer in sorted({standard.nodes[node].layer for node in nodes}))


def second(standard: Standard, node: str) -> str:
    trail = trails(standard)[node]
    return trail[1] if len(trail) > 1 else trail[0]


def test_every_crosswalk_has_its_files_and_there_are_no_others(edition: Edition, artefacts: Artefacts) -> None:
    names = [name_of(crosswalk) for crosswalk in edition.model.crosswalks]
    assert names
    files = {f"crosswalk/{name}.{kind}" for name in names for kind in ("md", "csv", "sssom.tsv")}
    assert artefacts.keys() == files | {"crosswalk/concepts.ttl", "crosswalk/coverage.md"}
    for crosswalk in edition.model.crosswalks:
        for kind in ("md", "csv", "sssom.tsv"):
            artefact = artefacts[f"crosswalk/{name_of(crosswalk)}.{kind}"]
            assert artefact.standard == name_of(crosswalk)
            assert artefact.edition == f"{crosswalk.source.edition}--{crosswalk.target.edition}"


def test_the_list_holds_the_rows(edition: Edition, artefacts: Artefacts) -> None:
    for crosswalk in edition.model.crosswalks:
        data = artefacts[f"crosswalk/{name_of(crosswalk)}.csv"].data
        assert data.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
        assert rows[0] == ["subject_id", "subject_name", "relation", "target_id", "target_name", "reason"]
        expected = [
            [
                row.subject,
                guarded(crosswalk.source.nodes[row.subject].name),
                row.relation,
                row.target,
                guarded(crosswalk.target.nodes[row.target].name) if row.target else "",
                guarded(row.reason),
            ]
            for row in crosswalk.rows
        ]
        order = list(crosswalk.source.nodes)
        assert rows[1:] == sorted(expected, key=lambda row: order.index(row[0]))


def test_the_page_holds_every_row_once(edition: Edition, artefacts: Artefacts) -> None:
    for crosswalk in edition.model.crosswalks:
        source, target = crosswalk.source, crosswalk.target
        page = markdown(artefacts[f"crosswalk/{name_of(crosswalk)}.md"].data)
        one_by_one = under(page, "逐项对照")
        domains = {named(source, domain.id): domain.id for domain in source.domains}
        found = Counter()
        for section in one_by_one[1:]:
            for row in section.rows:
                found[(domains[section.title], *row)] += 1
        expected = Counter(
            (
                trails(source)[row.subject][0],
                named(source, row.subject),
                SPOKEN[row.relation],
                named(target, row.target),
                " › ".join(named(target, above) for above in trails(target)[row.target][:-1]),
                shown(row.reason),
            )
            for row in mapped(crosswalk)
        )
        assert found == expected
        nothing = under(page, "没有对应")[0]
        left = [row for row in crosswalk.rows if row.relation == "none"]
        assert Counter(map(tuple, nothing.rows)) == Counter(
            (named(source, row.subject), shown(row.reason)) for row in left
        )
        assert bool(nothing.paragraphs) == (not left)


def test_the_page_says_what_is_compared(edition: Edition, artefacts: Artefacts) -> None:
    for crosswalk in edition.model.crosswalks:
        page = markdown(artefacts[f"crosswalk/{name_of(crosswalk)}.md"].data)
        both = {row[0]: row[1:] for row in under(page, "两份标准")[0].rows}
        sides = (crosswalk.source, crosswalk.target)
        assert both["标识"] == [side.id for side in sides]
        assert both["名称"] == [shown(side.name) for side in sides]
        assert both["版本"] == [side.edition for side in sides]
        assert both["层次"] == [" / ".join(side.layers) for side in sides]
        for side in sides:
            assert shown(side.name) in page[0].title
            assert side.edition in page[0].title
        counts = Counter(row.relation for row in crosswalk.rows)
        spoken = "，".join(f"{SPOKEN[relation]} {counts[relation]}" for relation in SPOKEN if counts[relation])
        said = [unescaped(paragraph) for paragraph in page[0].paragraphs]
        assert f"共 {len(crosswalk.rows)} 行：{spoken}。" in said
        assert said[: len(crosswalk.notes.remarks)] == [shown(remark.text) for remark in crosswalk.notes.remarks]


def test_the_matrix_counts_every_row(edition: Edition, artefacts: Artefacts) -> None:
    for crosswalk in edition.model.crosswalks:
        source, target = crosswalk.source, crosswalk.target
        matrix = under(markdown(artefacts[f"crosswalk/{name_of(crosswalk)}.md"].data), "矩阵")[0]
        rows = mapped(crosswalk)
        columns = [node for node in target.nodes if any(second(target, row.target) == node for row in rows)]
        if not rows:
            assert matrix.paragraphs == ["没有一行对到对方。"] and not matrix.rows
            continue
        assert matrix.header == ["本方", *columns, "行数"]
        *lines, totals = matrix.rows
        subjects = [node for node in source.nodes if any(row.subject == node for row in crosswalk.rows)]
        assert [line[0] for line in lines] == [named(source, subject) for subject in subjects]
        found = Counter()
        for subject, line in zip(subjects, lines, strict=True):
            for column, field in zip(columns, line[1:-1], strict=True):
                assert re.fullmatch(r"(?:[＝≈⊂⊃～](?:[2-9]|[1-9]\d+)?)*", field), field
                for mark, count in re.findall(r"([＝≈⊂⊃～])(\d*)", field):
                    assert (subject, column, MARKS[mark]) not in found
                    found[subject, column, MARKS[mark]] = int(count or 1)
            assert int(line[-1]) == sum(row.subject == subject for row in rows)
        assert found == Counter((row.subject, second(target, row.target), row.relation) for row in rows)
        assert totals[0] == "行数"
        by_column = Counter(second(target, row.target) for row in rows)
        assert list(map(int, totals[1:])) == [*(by_column[column] for column in columns), len(rows)]
        _names_what_the_columns_are(matrix.paragraphs, target, columns, rows)


def _names_what_the_columns_are(
    paragraphs: list[str], target: Standard, columns: list[str], rows: list[Mapping]
) -> None:
    lines = [unescaped(paragraph) for paragraph in paragraphs]
    assert f"列是对方的{layers_of(target, columns)}。" in lines[0]
    assert "各列：" + "；".join(named(target, column) for column in columns) + "。" in lines
    reached = {above for row in rows for above in trails(target)[row.target]}
    ends = {row.target for row in rows}
    untouched = [
        node
        for node, trail in trails(target).items()
        if (len(trail) == 2 or (len(trail) == 1 and not target.nodes[node].children))
        and node not in reached
        and trail[0] not in ends
    ]
    said = [line for line in lines if line.startswith("没有一行对到的：")]
    assert said == (
        ["没有一行对到的：" + "；".join(named(target, node) for node in untouched) + "。"] if untouched else []
    )


def test_rows_of_items_are_summed_up_one_layer_higher(edition: Edition, artefacts: Artefacts) -> None:
    summed = 0
    for crosswalk in edition.model.crosswalks:
        source, target = crosswalk.source, crosswalk.target
        page = markdown(artefacts[f"crosswalk/{name_of(crosswalk)}.md"].data)
        sections = [section for section in page if section.title.endswith("汇总")]
        lower = any(len(trails(source)[row.subject]) > 2 for row in crosswalk.rows)
        assert len(sections) == lower
        for section in sections:
            summed += 1
            own = [second(source, row.subject) for row in crosswalk.rows]
            assert section.title == f"按{layers_of(source, own)}汇总"
            expected: dict[tuple[str, str], tuple[Counter[str], dict[str, None]]] = {}
            for row in sorted(crosswalk.rows, key=lambda row: list(source.nodes).index(row.subject)):
                end = named(target, second(target, row.target)) if row.target else "没有对应"
                relations, through = expected.setdefault(
                    (named(source, second(source, row.subject)), end), (Counter(), {})
                )
                relations[SPOKEN[row.relation]] += 1
                through[row.subject] = None
            found = {(row[0], row[1]): (_relations(row[2]), dict.fromkeys(row[3].split("、"))) for row in section.rows}
            assert len(found) == len(section.rows)
            assert found == expected
    assert summed


def _relations(field: str) -> Counter[str]:
    return Counter({part.split(" ")[0]: int(part.split(" ")[1]) for part in field.split("，")})

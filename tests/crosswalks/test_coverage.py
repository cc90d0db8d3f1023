"""The coverage page, its every figure counted again from the crosswalks' rows."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable

from ctmm_dsl.model import Crosswalk, Mapping, Standard
from generators.artefact import Artefact, Edition
from tests.conftest import ROOT
from tests.crosswalks.conftest import EMITTING, leaves, trails
from tests.crosswalks.reading import Section, markdown, shown, under

RELATIONS = ("exact", "close", "broad", "narrow", "related")
SPOKEN = dict(zip(RELATIONS, ("相同", "相近", "更宽", "更窄", "相关"), strict=True))

Pages = dict[str, Artefact]
Ends = list[tuple[str, str]]


def page(artefacts: Pages) -> list[Section]:
    return markdown(artefacts["crosswalk/coverage.md"].data)


def both_sides(walk: Crosswalk) -> list[tuple[str, Standard, Ends]]:
    """Each side: how the page calls it, its standard, and the node and relation of every row there."""
    rows = [row for row in walk.rows if row.relation != "none"]
    return [
        ("本方", walk.source, [(row.subject, row.relation) for row in rows]),
        ("对方", walk.target, [(row.target, row.relation) for row in rows]),
    ]


def reaching(standard: Standard, leaf: str, ends: Ends) -> list[str]:
    return [relation for node, relation in ends if node in trails(standard)[leaf]]


def named(standard: Standard, node: str) -> str:
    return shown(f"{node} {standard.nodes[node].name}")


def of_each(relations: Iterable[str]) -> list[int]:
    found = list(relations)
    return [found.count(relation) for relation in RELATIONS]


def side_of(sections: list[Section], walk: Crosswalk, title: str, standard: Standard) -> list[Section]:
    own = under(sections, f"{walk.source.id} → {walk.target.id}")
    return under(own, f"{title}：{shown(standard.name)}")


def test_the_overview_counts_every_crosswalk(edition: Edition, artefacts: Pages) -> None:
    rows = under(page(artefacts), "总览")[0].rows
    expected = []
    for walk in edition.model.crosswalks:
        covered = [
            f"{sum(bool(reaching(standard, leaf, ends)) for leaf in leaves(standard))}/{len(leaves(standard))}"
            for _, standard, ends in both_sides(walk)
        ]
        counts = [len(walk.rows), *of_each(row.relation for row in walk.rows), sum(not row.target for row in walk.rows)]
        expected.append([f"{walk.source.id} → {walk.target.id}", *map(str, counts), *covered])
    assert rows == expected


def test_the_figures_of_domains_add_up(edition: Edition, artefacts: Pages) -> None:
    sections = page(artefacts)
    for walk in edition.model.crosswalks:
        for title, standard, ends in both_sides(walk):
            table = under(side_of(sections, walk, title, standard), "按域")[0]
            expected = [
                [named(standard, domain.id), *map(str, figures(standard, [node.id for node in domain.walk()], ends))]
                for domain in standard.domains
            ]
            total = ["合计", *map(str, figures(standard, list(standard.nodes), ends))]
            assert table.rows == [*expected, total]
            for column in range(1, len(total)):
                assert sum(int(row[column]) for row in expected) == int(total[column])


def figures(standard: Standard, nodes: list[str], ends: Ends) -> list[int]:
    own = [leaf for leaf in leaves(standard) if leaf in nodes]
    covered = [leaf for leaf in own if reaching(standard, leaf, ends)]
    direct = {node for node, _ in ends}
    weak = [leaf for leaf in covered if not set(reaching(standard, leaf, ends)) - {"related"}]
    counts = [
        len(own),
        len(covered),
        len([leaf for leaf in covered if leaf not in direct]),
        len(weak),
        len(own) - len(covered),
    ]
    return counts + of_each(relation for node, relation in ends if node in nodes)


def test_the_figures_of_layers_hold(edition: Edition, artefacts: Pages) -> None:
    sections = page(artefacts)
    for walk in edition.model.crosswalks:
        for title, standard, ends in both_sides(walk):
            table = under(side_of(sections, walk, title, standard), "按层次")[0]
            direct = {node for node, _ in ends}
            near = {
                node
                for node, trail in trails(standard).items()
                if any(end in trail or node in trails(standard)[end] for end in direct)
            }
            expected = []
            for layer in sorted({node.layer for node in standard.walk()}):
                own = {node.id for node in standard.walk() if node.layer == layer}
                counts = (len(own), len(own & direct), len((own & near) - direct), len(own - near))
                expected.append([standard.layers[layer], *map(str, counts)])
            assert table.rows == expected


def test_what_has_no_counterpart_is_named(edition: Edition, artefacts: Pages) -> None:
    sections = page(artefacts)
    for walk in edition.model.crosswalks:
        for title, standard, ends in both_sides(walk):
            (table,) = under(side_of(sections, walk, title, standard), "没有对应的")
            groups: dict[tuple[str, str], list[str]] = {}
            sizes: dict[tuple[str, str], int] = {}
            for leaf in leaves(standard):
                trail = trails(standard)[leaf]
                key = (trail[0], trail[1] if len(trail) > 1 else trail[0])
                sizes[key] = sizes.get(key, 0) + 1
                if not reaching(standard, leaf, ends):
                    groups.setdefault(key, []).append(leaf)
            assert table.rows == [
                [
                    *(named(standard, node) for node in key),
                    f"{len(left)}/{sizes[key]}",
                    shown("；".join(f"{leaf} {standard.nodes[leaf].name}" for leaf in left)),
                ]
                for key, left in groups.items()
            ]
            assert bool(table.paragraphs) == (not groups)


def test_the_reverse_index_holds_every_row(edition: Edition, artefacts: Pages) -> None:
    sections = page(artefacts)
    for walk in edition.model.crosswalks:
        own = under(sections, f"{walk.source.id} → {walk.target.id}")
        (table,) = under(own, "反查：对方由谁对到")
        order = list(walk.target.nodes)
        keys = {(row.target, row.relation) for row in walk.rows if row.relation != "none"}
        expected = []
        for target, relation in sorted(keys, key=lambda key: (order.index(key[0]), RELATIONS.index(key[1]))):
            subjects = in_order(walk, [row for row in walk.rows if (row.target, row.relation) == (target, relation)])
            above = trails(walk.target)[target][:-1]
            expected.append(
                [
                    named(walk.target, target),
                    shown(" › ".join(f"{node} {walk.target.nodes[node].name}" for node in above)),
                    SPOKEN[relation],
                    shown("；".join(f"{node} {walk.source.nodes[node].name}" for node in subjects)),
                ]
            )
        assert table.rows == expected
        assert bool(table.paragraphs) == (not expected)


def in_order(walk: Crosswalk, rows: list[Mapping]) -> list[str]:
    order = list(walk.source.nodes)
    return sorted((row.subject for row in rows), key=order.index)


def test_the_invented_pair_reaches_every_case(edition: Edition, artefacts: Pages) -> None:
    """A leaf covered from above, one only related, one without anything: each figure is other than nought somewhere."""
    sections = page(artefacts)
    columns = [
        [int(value) for value in column]
        for column in zip(
            *(row[1:] for section in sections if section.title == "按域" for row in section.rows), strict=True
        )
    ]
    seen = [any(column) for column in columns]
    assert all(seen[:5]) and any(seen[5:])


def test_the_same_model_gives_the_same_bytes(edition: Edition, artefacts: Pages) -> None:
    again = {artefact.path: artefact for emit in EMITTING for artefact in emit(edition)}
    assert again == artefacts


SCRIPT = """
import hashlib, sys
from pathlib import Path
from ctmm_dsl.pipeline import compile_sources
from ctmm_dsl.reading import find, read
from generators.artefact import Edition
from tests.crosswalks.conftest import EMITTING
model = compile_sources(read(find([Path("spec")]))[0]).model
edition = Edition(model, (), (), "")
for emit in EMITTING:
    for artefact in emit(edition):
        sys.stdout.write(artefact.path + " " + hashlib.sha256(artefact.data).hexdigest() + chr(10))
"""


def test_no_hash_order_or_locale_shows() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-B", "-c", SCRIPT],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, locale, zone in (("1", "C", "UTC"), ("2", "C.UTF-8", "Asia/Shanghai"))
    ]
    assert runs[0] == runs[1] != b""

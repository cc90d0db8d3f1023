"""The SSSOM files against the standard: its schema (mapping set, mapping) and its TSV form, read strictly."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from urllib.parse import unquote

from ctmm_dsl.model import Crosswalk, Standard
from generators import sssom
from generators.artefact import Artefact, Edition
from tests.crosswalks.conftest import name_of
from tests.crosswalks.reading import BREAK, guarded

SET_SLOTS = (
    "curie_map", "mapping_set_id", "mapping_set_version", "mapping_set_source", "mapping_set_title",
    "mapping_set_description", "creator_id", "creator_label", "license", "subject_type", "subject_source",
    "subject_source_version", "object_type", "object_source", "object_source_version", "mapping_provider", "mapping_tool",
    "mapping_tool_version", "mapping_date", "publication_date", "subject_match_field", "object_match_field",
    "subject_preprocessing", "object_preprocessing", "see_also", "issue_tracker", "other", "comment",
)  # fmt: skip
"""The slots of a mapping set, in the order of the schema."""
SET_REQUIRED = ("curie_map", "mapping_set_id", "license")
SLOTS = (
    "subject_id", "subject_label", "subject_category", "predicate_id", "predicate_label", "predicate_modifier", "object_id",
    "object_label", "object_category", "mapping_justification", "author_id", "author_label", "reviewer_id", "reviewer_label",
    "creator_id", "creator_label", "license", "subject_type", "subject_source", "subject_source_version", "object_type",
    "object_source", "object_source_version", "mapping_provider", "mapping_source", "mapping_cardinality", "mapping_tool",
    "mapping_tool_version", "mapping_date", "publication_date", "confidence", "curation_rule", "curation_rule_text",
    "subject_match_field", "object_match_field", "match_string", "subject_preprocessing", "object_preprocessing", "see_also",
    "issue_tracker_item", "other", "comment",
)  # fmt: skip
REQUIRED = ("subject_id", "predicate_id", "object_id", "mapping_justification")
BUILT_IN = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "linkml": "https://w3id.org/linkml/",
}
PREDICATES = {f"skos:{relation}Match": relation for relation in ("exact", "close", "broad", "narrow", "related")}
NOTHING = ("skos:mappingRelation", "sssom:NoTermFound")

NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
REFERENCE = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=@-]|%[0-9A-F]{2})+")
URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-F]{2})+")
URN = re.compile(r"urn:[A-Za-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9]:[A-Za-z0-9._~!$&'()*+,;=:@/%-]+")


@dataclass
class File:
    """A mapping set as read: its metadata, its prefixes, its columns, its mappings."""

    metadata: dict[str, str]
    prefixes: dict[str, str]
    columns: list[str]
    mappings: list[dict[str, str]]

    def expanded(self, curie: str) -> str:
        prefix, colon, reference = curie.partition(":")
        assert colon and NCNAME.fullmatch(prefix) and REFERENCE.fullmatch(reference), curie
        assert prefix in self.prefixes, f"{curie}: no such prefix"
        return self.prefixes[prefix] + reference


def read(data: bytes) -> File:
    """The two blocks of a file, by the rules for its TSV form in embedded mode."""
    assert not data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8")
    assert "\r" not in text and text.endswith("\n")
    lines = text[:-1].split("\n")
    block = [line for line in lines if line.startswith("#")]
    assert lines[: len(block)] == block
    metadata: dict[str, str] = {}
    prefixes: dict[str, str] = {}
    for line in block:
        if match := re.fullmatch(r"#  (\S+): (\S+)", line):
            assert list(metadata) == ["curie_map"]
            assert match[1] not in prefixes
            prefixes[match[1]] = _scalar(match[2])
        else:
            key, value = re.fullmatch(r"#([a-z_]+):(?: (.+))?", line).groups()  # type: ignore[union-attr]
            assert key not in metadata
            metadata[key] = _scalar(value) if value else ""
    table = list(csv.reader(io.StringIO("\n".join(lines[len(block) :]), newline=""), delimiter="\t", strict=True))
    assert all(len(row) == len(table[0]) for row in table)
    return File(metadata, prefixes, table[0], [dict(zip(table[0], row, strict=True)) for row in table[1:]])


def _scalar(text: str) -> str:
    """A YAML scalar: in double quotes, where JSON and YAML agree; or plain, which holds no sign that YAML reads."""
    if text.startswith('"'):
        assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]", text)
        value: str = json.loads(text)
        return value
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9 ._~:/@%-]*", text) and ": " not in text and " #" not in text, text
    return text


def files(edition: Edition, artefacts: dict[str, Artefact]) -> list[tuple[Crosswalk, File]]:
    walks = edition.model.crosswalks
    return [(walk, read(artefacts[f"crosswalk/{name_of(walk)}.sssom.tsv"].data)) for walk in walks]


def test_the_metadata_holds_what_the_standard_asks(edition: Edition, artefacts: dict[str, Artefact]) -> None:
    identifiers = []
    for walk, file in files(edition, artefacts):
        keys = list(file.metadata)
        assert set(SET_REQUIRED) <= set(keys)
        assert keys == [slot for slot in SET_SLOTS if slot in keys]
        for uri in (file.metadata["mapping_set_id"], file.metadata["license"], *file.prefixes.values()):
            assert URI.fullmatch(uri), uri
            assert not uri.startswith("urn:") or URN.fullmatch(uri), uri
        identifiers.append(file.metadata["mapping_set_id"])
        for side, standard in (("subject", walk.source), ("object", walk.target)):
            assert file.metadata[f"{side}_source_version"] == standard.edition
            assert file.metadata[f"{side}_type"] == "skos concept"
            source = file.expanded(file.metadata[f"{side}_source"])
            assert unquote(source.rpartition("@")[0]).endswith(standard.id)
            assert unquote(source.rpartition("@")[2]) == standard.edition
            assert standard.name in file.metadata["mapping_set_title"]
        remarks = [remark.text for remark in walk.notes.remarks]
        assert file.metadata.get("mapping_set_description", "") == "；".join(remarks)
    assert len(set(identifiers)) == len(identifiers)


def test_prefixes_are_declared_used_and_keep_their_meaning(edition: Edition, artefacts: dict[str, Artefact]) -> None:
    for _, file in files(edition, artefacts):
        assert list(file.prefixes) == sorted(file.prefixes)
        curies = [file.metadata["subject_source"], file.metadata["object_source"]]
        curies += [row[slot] for row in file.mappings for slot in REQUIRED]
        expanded = [file.expanded(curie) for curie in curies]
        assert expanded
        used = {curie.partition(":")[0] for curie in curies}
        sides = {prefix for prefix in file.prefixes if prefix not in BUILT_IN and prefix != "standard"}
        assert file.prefixes.keys() - used <= sides
        assert len(sides) == 2
        for prefix, expansion in file.prefixes.items():
            assert BUILT_IN.get(prefix, expansion) == expansion


def test_the_table_has_the_columns_and_terms_of_the_standard(edition: Edition, artefacts: dict[str, Artefact]) -> None:
    for _, file in files(edition, artefacts):
        assert set(REQUIRED) <= set(file.columns)
        assert file.columns == [slot for slot in SLOTS if slot in file.columns]
        assert all(any(row[column] for row in file.mappings) for column in file.columns), "an empty column"
        keys = [tuple(row.values()) for row in file.mappings]
        assert keys == sorted(keys)
        ends = [(row["subject_id"], row["object_id"]) for row in file.mappings]
        assert len(set(ends)) == len(ends)
        for row in file.mappings:
            assert row["mapping_justification"] == "semapv:ManualMappingCuration"
            assert row["subject_id"] != "sssom:NoTermFound"
            if row["object_id"] == "sssom:NoTermFound":
                assert row["predicate_id"] == "skos:mappingRelation" and not row.get("object_label")
            else:
                assert row["predicate_id"] in PREDICATES


def test_the_mappings_are_the_crosswalks_rows(edition: Edition, artefacts: dict[str, Artefact]) -> None:
    def label(text: str) -> str:
        return guarded(BREAK.sub(" ", text).replace("\t", " "))

    for walk, file in files(edition, artefacts):
        found = Counter()
        for row in file.mappings:
            subject = node_of(walk.source, file.expanded(row["subject_id"]))
            if (row["predicate_id"], row["object_id"]) == NOTHING:
                relation, target = "none", ""
            else:
                relation, target = (
                    PREDICATES[row["predicate_id"]],
                    node_of(walk.target, file.expanded(row["object_id"])),
                )
                assert row["object_label"] == label(walk.target.nodes[target].name)
            assert row["subject_label"] == label(walk.source.nodes[subject].name)
            found[subject, relation, target, row.get("comment", "")] += 1
        assert found == Counter((row.subject, row.relation, row.target, label(row.reason)) for row in walk.rows)


def node_of(standard: Standard, iri: str) -> str:
    """The node that an IRI names, which must be one of the standard's, in its edition."""
    start, _, node = iri.rpartition(":")
    assert unquote(start.rpartition("@")[2]) == standard.edition
    assert unquote(start.rpartition("@")[0].rpartition(":")[2]) == standard.id
    assert unquote(node) in standard.nodes, iri
    return unquote(node)


def test_what_is_not_printable_stays_inside_its_value(edition: Edition) -> None:
    """A name that a reader of YAML would break at reads back whole from the metadata."""
    name = 'a\x7fb\x85c\u2028d\ufeffe\tf"g\\'
    walk = edition.model.crosswalks[0]
    odd = replace(walk, source=replace(walk.source, name=name))
    model = replace(edition.model, crosswalks=(odd,))
    (artefact,) = sssom.emit(replace(edition, model=model))
    file = read(artefact.data)
    assert file.metadata["mapping_set_title"] == f"{name} → {walk.target.name}"
    assert len(file.mappings) == len(walk.rows)

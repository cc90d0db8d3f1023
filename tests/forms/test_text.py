"""What can be said of a form's text without a browser: the house's rules for what is generated, and what older browsers understand."""

from __future__ import annotations

import json
import re
from functools import cache
from string import Formatter

import pytest

from generators.artefact import Edition
from generators.form import emit
from generators.form.data import data_of
from generators.form.page import PARTS, STYLES, digest_of, inlined, json_block, page
from generators.form.words import WORDS
from generators.scorer_js_text import inlined_text
from tests.conftest import ROOT
from tests.forms.hostile import beyond_editors, hostile_edition
from tests.generators.editions import NAMES, SHIPPED, edition

TEMPLATES = ROOT / "generators" / "templates" / "form"
SCRIPTS = [TEMPLATES / f"{part}.js.jinja" for part in PARTS]
LARGEST = 600_000
"""Bytes; the promise is 2 MB."""


@cache
def pages(name: str) -> dict[str, str]:
    return {artefact.standard: artefact.data.decode("utf-8") for artefact in emit(edition(name))}


def script_of(text: str) -> str:
    found = re.search(r'<script type="module">(.*?)</script>', text, re.DOTALL)
    assert found
    return found[1]


def style_of(text: str) -> str:
    found = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert found
    return found[1]


# ---- the file ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_scheme_has_one_and_the_digests_fit(name: str) -> None:
    found = pages(name)
    assert set(found) == {scheme.id for scheme in edition(name).schemes}
    for text in found.values():
        assert len(text.encode()) < LARGEST
        assert f"script-src 'sha256-{digest_of(script_of(text))}'" in text
        assert f"style-src 'sha256-{digest_of(style_of(text))}'" in text
        assert not {"\r", "\0"} & set(script_of(text) + style_of(text))


def test_same_bytes() -> None:
    assert {artefact.standard: artefact.data.decode() for artefact in emit(edition(SHIPPED))} == pages(SHIPPED)


def test_all_that_is_asked_is_there() -> None:
    for scheme in edition(SHIPPED).schemes + edition("mixed").schemes:
        data = json.loads(json_block(data_of(scheme, "digest")))
        clauses = [clause["id"] for node in data["nodes"] for clause in node.get("clauses", ())]
        assert clauses == list(scheme.standard.clauses)
        assert [node["id"] for node in data["nodes"] if "rubric" in node] == list(scheme.standard.rubrics)
        assert [one["name"] for one in data["quantities"] if one["asked"]] == list(scheme.asked)
        assert [one["name"] for one in data["quantities"]] == list(scheme.standard.reported)
        read = {name for node in data["nodes"] for name in node.get("formula", {}).get("reads", ())}
        assert read == set(scheme.asked)


def test_no_text_of_a_standard_ends_a_block() -> None:
    """Three blocks of script and style have three ends, whatever stands in the texts; and the data is read back as it was."""
    schemes = [*hostile_edition().schemes, beyond_editors()]
    for scheme in schemes:
        text = page(scheme, inlined_text(scheme, "digest"), "digest")
        text.encode("utf-8")
        assert len(re.findall("</script", text, re.IGNORECASE)) == 2
        assert len(re.findall("<script", text.replace(script_of(text), ""), re.IGNORECASE)) == 2
        assert "<!--" not in text
        block = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
        assert block
        assert not set("<>&") & set(block[1])
        assert json.loads(block[1])["name"]["zh"] == scheme.standard.name


def test_blocks_are_quoted() -> None:
    text = "</script><!--\u2028\ud800&\ufeff"
    assert json.loads(json_block([text])) == [text]
    assert not set("<>&\u2028\ud800\ufeff") & set(json_block([text]))
    assert inlined('const a = "</SCRIPT><!--";') == 'const a = "<\\/SCRIPT><\\!--";'


# ---- words -------------------------------------------------------------------------------------------------------------


def test_words_are_twins_and_all_are_used() -> None:
    for key, both in WORDS.items():
        assert both["zh"].strip() and both["en"].strip(), key
        holes = [{hole for _, hole, _, _ in Formatter().parse(both[language]) if hole} for language in ("zh", "en")]
        assert holes[0] == holes[1], key
    source = "".join(path.read_text("utf-8") for path in TEMPLATES.iterdir())
    stems = re.findall(r't\("([a-z_]+_)" \+', source)
    assert not [key for key in WORDS if f'"{key}"' not in source and not any(key.startswith(stem) for stem in stems)]
    named = set(re.findall(r'\bt\("([a-z_]+)"[,)]', source)) | set(
        re.findall(r'data-t(?:-[a-z]+)?="([a-z_]+)"', source)
    )
    assert named <= set(WORDS)


# ---- the script --------------------------------------------------------------------------------------------------------

NEWER = {
    r"\.at\(": 92, r"Object\.groupBy": 117, r"structuredClone": 98, r"\.findLast": 97, r"static \{": 94, r"\.toSorted": 110,
    r"\.toReversed": 110,
    r"\.with\(": 110, r"#\w+ in ": 91, r"\.hasIndices|/[a-z]*d[a-z]*[;,)]": 90, r"\bawait import\b": 86, r"^\s*await ": 89,
    r"\.isWellFormed": 111,
    r"\.replaceAll\([^/\"']": 85, r"Promise\.withResolvers": 119, r"Array\.fromAsync": 121, r"error\.cause|\{ cause": 93, r"/v[;,.)]": 112,
}  # fmt: skip
"""What Chromium 86 does not understand, and the version that came to do so; `Object.hasOwn` (93) is put in by the page itself."""
NEWER_STYLE = (
    ":has(",
    ":is(",
    ":where(",
    "color-mix(",
    "@layer",
    "@container",
    "aspect-ratio:",
    "inset:",
    "dvh",
    " & ",
    "text-wrap",
    "light-dark(",
    "oklch(",
)


@pytest.mark.parametrize("name", NAMES)
def test_older_browsers_understand_it(name: str) -> None:
    """360 and QQ browsers stand on Chromium 86."""
    for text in pages(name).values():
        script = script_of(text)
        first = script.index("Object.hasOwn")
        assert script.startswith("if (!Object.hasOwn)", first - len("if (!"))
        for pattern, version in NEWER.items():
            if version > 86:
                found = re.search(pattern, script, re.MULTILINE)
                assert not found, (pattern, found and script[found.start() - 40 : found.end() + 20])
        assert not [feature for feature in NEWER_STYLE if feature in style_of(text)]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_nothing_becomes_markup_or_code(path: object) -> None:
    source = path.read_text("utf-8")  # type: ignore[attr-defined]
    for forbidden in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        'setAttribute("style"',
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "import(",
    ):
        assert forbidden not in source, forbidden


@pytest.mark.parametrize("path", sorted(TEMPLATES.iterdir()), ids=lambda path: path.name)
def test_parts_are_small_and_say_what_they_are_for(path: object) -> None:
    source = path.read_text("utf-8")  # type: ignore[attr-defined]
    assert source.count("\n") <= 300
    if path in SCRIPTS or any(path.name == f"{part}.css.jinja" for part in STYLES):  # type: ignore[attr-defined]
        assert source.startswith("/* "), source[:40]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_float_in_scripts(path: object) -> None:
    code = re.sub(r"/\*.*?\*/|//.*|\"[^\"\n]*\"", "", path.read_text("utf-8"), flags=re.DOTALL)  # type: ignore[attr-defined]
    code = re.sub(r"/\*.*?\*/", "", code, flags=re.DOTALL)
    assert not re.findall(r"(?<![\w.])\d+\.\d+|parseFloat", code)


def test_it_can_be_emitted_alone() -> None:
    """A generator is a function of its edition: a digest of another spec is all that another digest changes."""
    one, other = (
        Edition(edition("mixed").model, edition("mixed").schemes, (), digest) for digest in ("a" * 64, "b" * 64)
    )
    for first, second in zip(emit(one), emit(other), strict=True):
        strip = re.compile(r"[ab]{64}|sha256-[^']*")
        assert strip.sub("", first.data.decode()) == strip.sub("", second.data.decode())

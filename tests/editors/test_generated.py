"""The editors' files: fresh, complete, and of the form that each editor reads."""

from __future__ import annotations

import json
import plistlib
import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ctmm_dsl import grammar
from ctmm_dsl.parser import LINES
from generators.editors import files
from generators.editors.emacs import LISTS
from generators.editors.rules import blocks
from generators.editors.words import role, words_of
from tests.editors.engines import EDITORS, program
from tests.editors.texts import samples

MADE = files()


@pytest.mark.parametrize("path", sorted(MADE))
def test_what_is_committed_is_what_the_grammar_makes(path: str) -> None:
    assert (EDITORS / path).read_bytes() == MADE[path], "run python -m generators.editors"


def test_no_editor_is_left_from_an_older_grammar() -> None:
    """Everything beside the extension's own sources is generated."""
    there = {path.relative_to(EDITORS).as_posix() for path in EDITORS.rglob("*") if path.is_file()}
    assert {path for path in there if not path.startswith("vscode/")} == {
        path for path in MADE if not path.startswith("vscode/")
    }


def test_every_terminal_has_one_role() -> None:
    unseen = [
        name for name in re.findall(r"(?m)^(_?[A-Z_]+)(?:\.-?\d+)?: ", grammar.text()) if name not in ("_NL", "_BLANK")
    ]
    assert len(unseen) > 100
    for terminal in unseen:
        role(terminal)
    with pytest.raises(ValueError, match="NEW_WORD has no role"):
        role("NEW_WORD")


def test_every_line_of_the_grammar_is_there() -> None:
    """A rule that the reading of the grammar missed would be coloured nowhere."""
    known = {rule for block in blocks() for line in block.lines for rule in line.rules}
    aliased = {"from_clause", "from_none", "requirement", "erratum", "allow", "see", "part_of", "builds_on", "remark"}
    assert set(LINES) - aliased - known == set()
    assert {line.mark for block in blocks() for line in block.lines if "note" in line.rules} == set(grammar.NOTES)
    assert {block.heading.mark for block in blocks()} == set(grammar.HEADINGS)


def test_both_forms_of_the_textmate_grammar_say_the_same() -> None:
    as_json = json.loads(MADE["vscode/syntaxes/ctmm.tmLanguage.json"])
    as_list = plistlib.loads(MADE["sublime/ctmm.tmLanguage"])
    assert {name: as_list[name] for name in as_json} == as_json
    assert as_list["fileTypes"] == ["ctmm"]


def test_every_context_of_kate_is_there() -> None:
    root = ElementTree.fromstring(MADE["kate/ctmm.xml"])
    named = {context.attrib["name"] for context in root.iter("context")}
    asked = [rule.attrib["context"] for rule in root.iter("RegExpr")]
    asked += [context.attrib["lineEndContext"] for context in root.iter("context")]
    assert {one.removeprefix("#pop!") for one in asked} - {"#pop", "#stay"} <= named
    attributes = {one.attrib["attribute"] for one in (*root.iter("RegExpr"), *root.iter("context"))}
    assert attributes <= {one.attrib["name"] for one in root.iter("itemData")}


def test_notepad_knows_every_keyword() -> None:
    lists = ElementTree.fromstring(MADE["notepad++/ctmm.xml"]).iter("Keywords")
    known = {word for one in lists if one.attrib["name"].startswith("Keywords") for word in (one.text or "").split()}
    assert set(grammar.words_of(tuple(grammar.keywords()))) <= known
    settings = ElementTree.fromstring(MADE["notepad++/ctmm.xml"]).find(".//Global")
    assert settings is not None and settings.attrib["forcePureLC"] == "2", "a comment stands at the start of its line"


def test_expressions_for_nano(tmp_path: Path) -> None:
    """nano takes POSIX expressions, as grep does; of several that fit the last one wins."""
    grep = program("grep")
    rules = re.findall(r'(?m)^color (\S+) "(.*)"$', MADE["nano/ctmm.nanorc"].decode())
    assert len(rules) > 6
    lines = {
        "standard city 城市": "brightblue",
        "能力域　AR　甲": "brightblue",
        "  level 1": "green",
        "　　一级": "green",
        "    a) 条款 level 1": "normal",
        "      @from AR/1a merged": "brightmagenta",
        "# 注": "brightblack",
        "  edition  2026": "cyan",
        "  score = 100 * a / b": "cyan",
    }
    for line, colour in lines.items():
        fits = [name for name, one in rules if _grep(grep, one, line)]
        order = [name for name in fits if name not in ("magenta", "yellow", "red")]
        assert order and order[-1] == colour, (line, fits)


def _grep(grep: str, expression: str, line: str) -> bool:
    done = subprocess.run([grep, "-qE", expression], input=line.encode(), env={"LC_ALL": "C.UTF-8"}, check=False)
    assert done.returncode < 2, expression
    return done.returncode == 0


_EMACS = """
(progn
  (set-language-environment "UTF-8")
  (load-file (getenv "MODE"))
  (with-temp-buffer
    (insert-file-contents (getenv "TEXT"))
    (ctmm-mode)
    (font-lock-ensure)
    (dolist (place (split-string (getenv "PLACES")))
      (princ (format "%s\\n" (get-text-property (string-to-number place) 'face))))))
"""
FACES = {
    "heading": "font-lock-keyword-face",
    "note": "font-lock-preprocessor-face",
    "mark": "font-lock-builtin-face",
    "level": "font-lock-type-face",
    "label": "font-lock-builtin-face",
    "calculation": "font-lock-keyword-face",
    "comment": "font-lock-comment-face",
}


@pytest.mark.parametrize("name", ["ctmm.ctmm", "harbour.ctmm", "chinese-keywords.md:city.ctmm"])
def test_emacs_colours_first_words(name: str, tmp_path: Path) -> None:
    emacs = program("emacs")
    one = next(sample for sample in samples() if sample.name == name)
    asked = [(at, one.roles[at]) for at in _first_words(one.text) if FACES.get(one.roles[at])]
    asked = [(at, kind) for at, kind in asked if kind != "level" or not one.text[at].isdigit()]
    assert len(asked) > 10
    (tmp_path / "text").write_text(one.text, "utf-8")
    done = subprocess.run(
        [emacs, "--batch", "-Q", "--eval", _EMACS], capture_output=True, text=True, encoding="utf-8", check=False, timeout=60,
        env={
            "LC_ALL": "C.UTF-8", "HOME": str(tmp_path), "MODE": str(EDITORS / "emacs/ctmm-mode.el"), "TEXT": str(tmp_path / "text"),
            "PLACES": " ".join(str(at + 1) for at, _ in asked),
        },
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for (at, kind), face in zip(asked, done.stdout.splitlines(), strict=True):
        line = one.text.count("\n", 0, at)
        assert face == FACES[kind], (one.text.splitlines()[line], kind)


def _first_words(text: str) -> list[int]:
    return [match.start(1) for match in re.finditer(r"(?m)^[ \t\u3000\u00a0]*(\S)", text)]


def test_emacs_compiles_the_mode(tmp_path: Path) -> None:
    emacs = program("emacs")
    (tmp_path / "ctmm-mode.el").write_bytes(MADE["emacs/ctmm-mode.el"])
    done = subprocess.run(
        [emacs, "--batch", "-Q", "--eval", "(setq byte-compile-error-on-warn t)", "-f", "batch-byte-compile", "ctmm-mode.el"],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60,
        env={"LC_ALL": "C.UTF-8", "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    listed = {word for roles in LISTS.values() for word in words_of(*roles)}
    assert listed <= set(re.findall(r'"([^"\n]+)"', MADE["emacs/ctmm-mode.el"].decode()))

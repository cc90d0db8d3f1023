"""`ctmm drift` as a user calls it: every form, both languages, an old edition from a folder and from git, and what it refuses."""

from __future__ import annotations

import json
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from ctmm_dsl.drift import drift, parts
from ctmm_dsl.render.drift import data, text
from tests.commands.calling import ROOT, ctmm, edit, no_trace
from tests.commands.repositories import begun
from tests.drift.pairs import compiled, leaf, part, whole

SOURCE = "建成统一平台，提供数据开放服务"
FULL = whole(leaf(SOURCE, "第二级的要求"), leaf("不用的条款", "也不用"))
KEY = part(leaf("建成统一平台\n@from L1/1a abridged", "另有要求\n@from none 本表新增"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small whole and a part of it."""
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec/full.ctmm").write_text(FULL, "utf-8")
    (tmp_path / "spec/key.ctmm").write_text(KEY, "utf-8")
    return tmp_path


class Page(HTMLParser):
    """The texts of a page's elements."""

    def __init__(self) -> None:
        super().__init__()
        self.within: list[str] = []
        self.found: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.within and self.within.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.within:
            self.found.setdefault(self.within[-1], []).append(data)


def test_text_in_both_languages(project: Path) -> None:
    zh = ctmm("drift", "--lang", "zh", cwd=project)
    assert zh.returncode == 0, zh.stderr
    assert (
        "K1/1a ← L1/1a  节选\n    建成统一平台[-，提供数据开放服务-]\n    略去：提供数据开放服务，更弱\n" in zh.stdout
    )
    assert "没有来源的条款（1）\n  K1/2a 另有要求\n    本表新增\n" in zh.stdout
    assert "  整体中没有用到的条款 3/4：1 级 1，2 级 2\n" in zh.stdout
    en = ctmm("drift", "key", "--lang", "en", cwd=project)
    assert "K1/1a ← L1/1a  abridged\n" in en.stdout and "left out: 提供数据开放服务, weaker\n" in en.stdout


def test_json_says_all(project: Path) -> None:
    done = ctmm("drift", "--format", "json", cwd=project)
    (told,) = json.loads(done.stdout)["parts"]
    assert told["verdicts"] == {"weaker": 1, "stronger": 0, "differs": 0, "same": 0}
    assert told["unused_by_level"] == {"1": 1, "2": 2}
    assert [row["id"] for row in told["unused"]] == ["L1/2a", "L2/1a", "L2/2a"]
    assert told["unsourced"] == [{"id": "K1/2a", "level": 2, "text": "另有要求", "reason": "本表新增", "lost": []}]
    (row,) = told["clauses"]
    assert "".join(piece["text"] for piece in row["marks"] if piece["mark"] != "inserted") == SOURCE
    assert row["by"] == [{"rule": "left-out", "direction": "weaker", "before": "提供数据开放服务", "after": ""}]
    assert told["again"] is None


def test_files_by_their_suffix(project: Path) -> None:
    for name in ("d.html", "d.md", "d.json", "d.txt"):
        done = ctmm("drift", "-o", name, cwd=project)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "建成统一平台<del>，提供数据开放服务</del>" in (project / "d.md").read_text("utf-8")
    page = Page()
    page.feed((project / "d.html").read_text("utf-8"))
    assert page.found["del"] == ["，提供数据开放服务"]
    assert json.loads((project / "d.json").read_text("utf-8"))["parts"][0]["standard"] == "key"
    first = (project / "d.html").read_bytes()
    ctmm("drift", "-o", "d.html", cwd=project)
    assert (project / "d.html").read_bytes() == first


def test_a_word_document(project: Path) -> None:
    word = pytest.importorskip("docx", reason="python-docx is not installed: Word files cannot be written here")
    done = ctmm("drift", "--lang", "zh", "-o", "d.docx", cwd=project)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    cells = [cell.text for table in word.Document(project / "d.docx").tables for cell in table._cells]
    assert any("，提供数据开放服务" in text for text in cells)


def test_a_file_that_is_a_link_stays_one(project: Path) -> None:
    (project / "kept").mkdir()
    (project / "d.md").symlink_to(project / "kept/drift.md")
    assert ctmm("drift", "-o", "d.md", cwd=project).returncode == 0
    assert (project / "d.md").is_symlink() and (project / "kept/drift.md").read_text("utf-8").startswith("# ")


def test_an_old_edition_in_a_folder(project: Path) -> None:
    shutil.copytree(project / "spec", project / "old")
    edit(project / "spec/full.ctmm", SOURCE, SOURCE.replace("提供", "初步提供"))
    done = ctmm("drift", "--old", "old", "--lang", "zh", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "来源改了，要重看的条款（1）\n  K1/1a ← L1/1a  文字改了\n    建成统一平台，{+初步+}提供" in done.stdout


def test_a_source_that_is_gone_does_not_stop_it(project: Path) -> None:
    """In the midst of a revision an `@from` may lead nowhere: that is what is asked for."""
    shutil.copytree(project / "spec", project / "old")
    edit(project / "spec/full.ctmm", f"    - {SOURCE}\n", "")
    done = ctmm("drift", "--old", "old", "--lang", "zh", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "K1/1a ← L1/1a  删了" in done.stdout
    assert "K1/1a 建成统一平台\n    来源 L1/1a 不存在" in done.stdout
    refused = ctmm("drift", cwd=project)
    assert refused.returncode == 1 and "CT2009" in refused.stderr


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
def test_an_old_edition_in_git(project: Path) -> None:
    begun(project)
    edit(project / "spec/full.ctmm", SOURCE, SOURCE.replace("提供", "初步提供"))
    done = ctmm("drift", "--old", "HEAD", "--lang", "zh", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "K1/1a ← L1/1a  文字改了" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["full"], "no subset-of"),
        (["nobody"], "there is no standard nobody; the parts are: key"),
        (["--spec", "elsewhere"], "elsewhere"),
        (["--old", "elsewhere"], "elsewhere"),
        (["-o", "d.pdf"], "d.pdf"),
        (["--old", "alone"], "there is no key in alone that is a part of another standard"),
        (["--spec", "alone"], "no standard is a part of another"),
    ],
)
def test_what_it_refuses(project: Path, arguments: list[str], said: str) -> None:
    (project / "alone").mkdir()
    (project / "alone/full.ctmm").write_text(FULL, "utf-8")
    done = ctmm("drift", *arguments, cwd=project)
    no_trace(done)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_several_parts_and_a_part_of_a_part() -> None:
    third = KEY.replace("standard key", "standard least").replace("subset-of  full", "subset-of  key")
    third = third.replace("@from L1/1a abridged", "@from K1/1a verbatim").replace("domain K", "domain M")
    outcome = compiled(FULL, KEY, third)
    found = [drift(one) for one in parts(outcome.model)]
    assert [(one.part.id, one.whole.id) for one in found] == [("key", "full"), ("least", "key")]
    assert found[1].verdicts() == {"weaker": 0, "stronger": 0, "differs": 0, "same": 1}
    assert text(found, "en").count("beside") == 2 and len(data(found)["parts"]) == 2


def test_a_part_with_leaves_of_other_kinds() -> None:
    """Only clauses come from clauses; a standard of all kinds of leaves as the whole does no harm."""
    harbour = (ROOT / "tests/golden/mixed/harbour.ctmm").read_text("utf-8")
    whole_id = harbour.split("standard ")[1].split()[0]
    mine = part(leaf("一\n@from none 新", "二\n@from none 新")).replace("subset-of  full", f"subset-of  {whole_id}")
    (key,) = parts(compiled(harbour, mine).model)
    found = drift(key)
    assert len(found.unused) == len(found.whole.clauses) > 0
    assert len(found.unsourced) == 2

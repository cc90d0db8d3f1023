"""Both sides of a comparison: folders, files and git revisions, read without a checkout.

Whatever cannot be read says so in both languages.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ctmm_dsl.cli import sides
from ctmm_dsl.cli.sides import one_side, two_sides
from ctmm_dsl.reading import Trouble
from tests.commands.calling import edit
from tests.commands.repositories import begun, committed, git

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")

TOWN = Path(__file__).parents[1] / "golden/two-layers/town.ctmm"
MIXED = Path(__file__).parents[1] / "golden/mixed"


def state(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two editions of a small spec: the first tagged v1, the second committed, and a third only in the folder."""
    root = tmp_path / "仓库 一"
    spec = root / "spec"
    (spec / "子 目录").mkdir(parents=True)
    shutil.copy(TOWN, spec / "子 目录" / "小镇 标准.ctmm")
    shutil.copy(MIXED / "harbour.ctmm", spec)
    begun(root)
    git(root, "tag", "v1")
    edit(spec / "子 目录/小镇 标准.ctmm", "standard town ", "standard town 第二版")
    committed(root)
    edit(spec / "子 目录/小镇 标准.ctmm", "standard town 第二版", "standard town 第三版")
    monkeypatch.chdir(root)
    return root


def names(old: str, new: str) -> list[list[str]]:
    return [[standard.name[:3] for standard in side.model.standards] for side in two_sides(old, new)]


FILE = "spec/子 目录/小镇 标准.ctmm"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("v1", "spec", ["小镇", "第三版"]),
        ("HEAD", "spec", ["第二版", "第三版"]),
        ("HEAD~1", "HEAD", ["小镇", "第二版"]),
        ("main", "spec", ["第二版", "第三版"]),
        ("v1:spec", "main:spec", ["小镇", "第二版"]),
        ("v1:spec/子 目录", "spec/子 目录", ["小镇", "第三版"]),
        ("v1", FILE, ["小镇", "第三版"]),
        (f"v1:{FILE}", FILE, ["小镇", "第三版"]),
        (f"v1:{FILE}", "HEAD", ["小镇", ""]),
        ("v1:./spec", "spec", ["小镇", "第三版"]),
        (FILE, FILE, ["第三版", "第三版"]),
    ],
)
def test_what_a_name_means(repository: Path, old: str, new: str, said: list[str]) -> None:
    before = state(repository)
    if not said[1]:
        with pytest.raises(Trouble, match="is a file"):
            two_sides(old, new)
        return
    read = two_sides(old, new)
    for side, words in zip(read, said, strict=True):
        town = side.model.standard("town")
        assert town is not None
        assert town.name.startswith(words)
        of_file = old.endswith(".ctmm") or new.endswith(".ctmm")
        assert side.is_file == of_file
        assert (side.model.standard("harbour") is None) == (of_file or "子 目录" in new)
    assert state(repository) == before


def test_from_another_folder_and_in_a_worktree_of_a_bare_clone(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "-q", "--bare", str(repository), "bare.git")
    git(tmp_path / "bare.git", "worktree", "add", "-q", "../tree", "main")
    monkeypatch.chdir(tmp_path)
    town = one_side("v1", tmp_path / "tree/spec").model.standard("town")
    assert town is not None and not town.name.startswith("第")
    monkeypatch.chdir(tmp_path / "tree/spec")
    assert len(two_sides("v1", ".")[0].model.standards) == 2
    assert len(two_sides("v1:./子 目录", "子 目录")[0].model.standards) == 1


def test_a_path_wins_over_a_revision_of_its_name(repository: Path) -> None:
    git(repository, "branch", "spec", "v1")
    assert not names("spec", "spec")[0][1].startswith("小镇")
    assert names("spec:spec", "spec")[0][1].startswith("小镇")


@pytest.mark.parametrize(
    ("old", "new", "zh", "en"),
    [
        ("v9", "spec", "没有 v9：既不是文件", "there is no v9: neither a file"),
        ("v9:spec", "spec", "没有 v9:spec", "there is no v9:spec"),
        ("-x", "spec", "没有 -x", "there is no -x"),
        ("", "spec", "没有 ：", "there is no :"),
        ("HEAD:other", "spec", "版本 HEAD 里没有 other", "no other in revision HEAD"),
        ("HEAD:../../x", "spec", "仓库之外", "outside the repository"),
        ("HEAD:spec/*", "spec", "里没有 spec/*", "there is no spec/*"),
        ("./nowhere", "spec", "没有 nowhere", "there is no nowhere"),
        ("old.ctmm", "spec", "没有 old.ctmm", "there is no old.ctmm"),
        (FILE, "spec", "是一个文件", "is a file"),
        ("v1", "none", "没有 none", "there is no none"),
    ],
)
def test_what_cannot_be_read_says_so(repository: Path, old: str, new: str, zh: str, en: str) -> None:
    with pytest.raises(Trouble) as trouble:
        two_sides(old, new)
    assert zh in trouble.value.words["zh"]
    assert en in trouble.value.words["en"]


def test_a_revision_without_standards(repository: Path) -> None:
    for file in (repository / "spec").rglob("*.ctmm"):
        file.unlink()
    (repository / "spec/notes.txt").write_text("x")
    committed(repository)
    with pytest.raises(Trouble, match=r"no \.ctmm file in spec of revision HEAD"):
        two_sides("HEAD", "HEAD~1")


def test_symbolic_links_are_refused(repository: Path) -> None:
    (repository / "spec/link.ctmm").symlink_to("harbour.ctmm")
    (repository / "other").symlink_to("spec")
    committed(repository)
    for name, link in (("HEAD:spec", "HEAD:spec/link.ctmm"), ("HEAD:other", "HEAD:other")):
        with pytest.raises(Trouble, match=f"{link} is a symbolic link"):
            two_sides(name, "v1:spec")


def test_an_edition_that_does_not_compile_is_refused_with_its_first_errors(repository: Path) -> None:
    file = repository / "spec/harbour.ctmm"
    text = file.read_text("utf-8")
    file.write_text(text.replace("  levels", "levels").replace("count", "coint"), "utf-8")
    committed(repository)
    with pytest.raises(Trouble) as trouble:
        two_sides("HEAD", "v1")
    said = trouble.value.words
    assert "HEAD has " in said["en"] and "HEAD:spec/harbour.ctmm:" in said["en"] and "more" in said["en"]
    assert "HEAD 有 " in said["zh"] and "没有比较" in said["zh"]
    assert said["en"].count("\n") == sides.SHOWN + 1
    file.write_bytes("港".encode("gb18030") * 20)
    with pytest.raises(Trouble, match="CT1001"):
        two_sides("v1", "spec")


def test_within_a_hook_the_folder_says_which_repository(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    git(tmp_path / "elsewhere", "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere/.git"))
    monkeypatch.setenv("GIT_PREFIX", "x/")
    assert len(two_sides("v1", "spec")[0].model.standards) == 2


def test_what_a_repository_lacks_is_told(repository: Path) -> None:
    blob = git(repository, "rev-parse", "v1:spec/harbour.ctmm").strip()
    (repository / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(Trouble, match="lacks what revision v1 holds"):
        two_sides("v1", "spec")


def test_no_repository_and_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "spec").mkdir()
    shutil.copy(TOWN, tmp_path / "spec")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(Trouble) as trouble:
        two_sides("HEAD~1", "spec")
    assert "HEAD~1" in trouble.value.words["en"] and "git repository" in trouble.value.words["en"]
    assert "HEAD~1" in trouble.value.words["zh"]
    assert len(two_sides("spec", "spec")[0].model.standards) == 1
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Trouble, match="no git here"):
        two_sides("HEAD~1", "spec")


def test_names_with_signs_of_patterns_are_literal(repository: Path) -> None:
    (repository / "spec[1]").mkdir()
    shutil.copy(TOWN, repository / "spec[1]")
    committed(repository)
    assert len(two_sides("HEAD:spec[1]", "spec[1]")[0].model.standards) == 1

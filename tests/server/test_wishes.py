"""What a client says of itself when it begins, and what it then gets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ctmm_dsl.edits import Edit
from ctmm_dsl.source import Span
from tests.server.conftest import Opened

lsp = pytest.importorskip("lsprotocol.types", reason="lsprotocol is not installed: pip install 'ctmm-dsl[lsp]'")

from ctmm_dsl.server.convert import Converter  # noqa: E402
from ctmm_dsl.server.protocol import Server  # noqa: E402
from ctmm_dsl.server.serving import server  # noqa: E402


def begun(language: str = "zh", **said: Any) -> Server:
    made = server(language)
    made.begin(lsp.InitializeParams(capabilities=lsp.ClientCapabilities(), **said))
    return made


@pytest.mark.parametrize(
    ("own", "said", "language"),
    [
        ("zh", {}, "zh"),
        ("en", {}, "en"),
        ("en", {"locale": "zh-cn"}, "zh"),
        ("zh", {"locale": "en_GB.UTF-8"}, "en"),
        ("zh", {"locale": "de"}, "zh"),
        ("zh", {"locale": "zh", "initialization_options": {"language": "en"}}, "en"),
        ("zh", {"locale": "en", "initialization_options": {"language": "zh"}}, "zh"),
        ("zh", {"initialization_options": ["nonsense"]}, "zh"),
    ],
)
def test_it_speaks_the_clients_language(own: str, said: dict[str, Any], language: str) -> None:
    assert begun(own, **said).language == language


def test_lenses_above_clauses_can_be_left_out() -> None:
    assert begun().clause_lenses
    assert not begun(initialization_options={"clauseLenses": False}).clause_lenses


def test_folders_or_a_root(tmp_path: Path) -> None:
    assert begun(root_uri=tmp_path.as_uri()).projects.folders == [tmp_path.resolve()]
    folders = [lsp.WorkspaceFolder((tmp_path / "a").as_uri(), "a"), lsp.WorkspaceFolder("vscode-vfs://b", "b")]
    assert begun(workspace_folders=folders).projects.folders == [(tmp_path / "a").resolve()]
    assert begun().projects.folders == []


def test_a_finding_in_english_with_what_to_do(opened: Opened) -> None:
    path = opened.path("city.ctmm")
    source = type(opened.project.source(path))(path, opened.text("city.ctmm").replace("60%", "55%"))
    opened.project.put(source)
    (finding,) = [one for one in opened.project.outcome.findings if one.code == "CT3001"]
    shown = Converter(opened.projects).diagnostic(finding, opened.project, "en")
    assert shown.message == ("the domains of city sum to 95%, not 100%\nwith 60% here they would sum to 100%")


def test_edits_for_clients_that_know_no_versions(opened: Opened) -> None:
    source = opened.project.source(opened.path("key.ctmm"))
    at = source.text.index("𠮷城") + 1
    edit = Converter(opened.projects).workspace_edit([Edit(Span(source, at, at + 1), "a\nb")], versions=False)
    where = lsp.Range(lsp.Position(0, 15), lsp.Position(0, 16))
    assert edit.changes == {Path(opened.path("key.ctmm")).as_uri(): [lsp.TextEdit(where, "a\nb")]}
    assert edit.document_changes is None

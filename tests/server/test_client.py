"""A real client over standard input and output: each feature once, exactly, where lines hold characters of two UTF-16 units."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.server.conftest import written
from tests.server.texts import CITY, KEY, RATES, place, stretch

pytest_asyncio = pytest.importorskip("pytest_asyncio", reason="pytest-lsp is not installed: pip install pytest-lsp")
pytest_lsp = pytest.importorskip("pytest_lsp", reason="pytest-lsp is not installed: pip install pytest-lsp")
lsp = pytest.importorskip("lsprotocol.types", reason="lsprotocol is not installed: pip install 'ctmm-dsl[lsp]'")

PUBLISHED = "textDocument/publishDiagnostics"
COMMAND = [sys.executable, "-m", "ctmm_dsl", "lsp"]
PATIENCE = 20

pytestmark = pytest.mark.asyncio(loop_scope="module")


class Driver:
    """A client with a spec of its own on disk; what the server publishes is kept in order."""

    def __init__(self, client: Any, folder: Path) -> None:
        self.client, self.folder = client, folder
        self.published: list[Any] = []
        self.shown: list[str] = []
        features = client.protocol.fm.features
        features[PUBLISHED] = self.published.append
        features["window/showMessage"] = lambda params: self.shown.append(params.message)
        self.versions: dict[str, int] = {}
        self.opened: set[str] = set()
        self.initialized: Any = None

    def uri(self, name: str) -> str:
        return (self.folder / name).resolve().as_uri()

    def doc(self, name: str) -> Any:
        return lsp.TextDocumentIdentifier(self.uri(name))

    async def open(self, name: str, text: str | None = None) -> list[Any]:
        """Open a file; what is found in it."""
        version = self._next(name)
        text = (self.folder / name).read_bytes().decode("utf-8") if text is None else text
        item = lsp.TextDocumentItem(self.uri(name), "ctmm", version, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        self.opened.add(name)
        return await self.said(name, version)

    async def change(self, name: str, *changes: Any) -> list[Any]:
        """Change an open file; what is found in it then."""
        version = self._next(name)
        where = lsp.VersionedTextDocumentIdentifier(version=version, uri=self.uri(name))
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(where, list(changes)))
        return await self.said(name, version)

    def _next(self, name: str) -> int:
        """Versions go up however often a file is opened, so that what is said of each can be told apart."""
        self.versions[name] = self.versions.get(name, -1) + 1
        return self.versions[name]

    def close(self, name: str) -> None:
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(self.doc(name)))
        self.opened.discard(name)

    async def until(self, holds: Callable[[], object], what: str) -> None:
        for _ in range(PATIENCE * 100):
            if holds():
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"{what}: {self.published[-3:]}")

    async def said(self, name: str, version: int | None, since: int = 0) -> list[Any]:
        """What was last published of a version of a file."""

        def found() -> list[Any]:
            return [one for one in self.published[since:] if (one.uri, one.version) == (self.uri(name), version)]

        await self.until(found, f"nothing was published of {name} {version}")
        return list(found()[-1].diagnostics)


def at(text: str, needle: str, add: int = 0, nth: int = 0) -> Any:
    return lsp.Position(*place(text, needle, add, nth))


def span(text: str, needle: str, nth: int = 0) -> Any:
    start, end = stretch(text, needle, nth)
    return lsp.Range(lsp.Position(*start), lsp.Position(*end))


def typed(text: str, needle: str, new: str, add: int = 0) -> Any:
    place_ = at(text, needle, add)
    return lsp.TextDocumentContentChangePartial(range=lsp.Range(place_, place_), text=new)


def whole(text: str) -> Any:
    return lsp.TextDocumentContentChangeWholeDocument(text)


def capabilities() -> Any:
    item = lsp.ClientCompletionItemOptions(snippet_support=True)
    return lsp.ClientCapabilities(
        general=lsp.GeneralClientCapabilities(position_encodings=["utf-8", "utf-16"]),
        text_document=lsp.TextDocumentClientCapabilities(
            completion=lsp.CompletionClientCapabilities(completion_item=item),
            hover=lsp.HoverClientCapabilities(content_format=[lsp.MarkupKind.Markdown]),
        ),
        workspace=lsp.WorkspaceClientCapabilities(
            workspace_edit=lsp.WorkspaceEditClientCapabilities(document_changes=True)
        ),
    )


@pytest_lsp.fixture(scope="module", config=pytest_lsp.ClientServerConfig(server_command=COMMAND))
async def client(lsp_client: pytest_lsp.LanguageClient, tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    driver = lsp_client.driver = Driver(lsp_client, written(tmp_path_factory.mktemp("project")))
    driver.initialized = await lsp_client.initialize_session(
        lsp.InitializeParams(
            capabilities=capabilities(), root_uri=driver.folder.parent.resolve().as_uri(), locale="zh-CN"
        )
    )
    yield
    await lsp_client.shutdown_session()


@pytest_asyncio.fixture(loop_scope="module")
async def driver(client: Any) -> AsyncIterator[Driver]:
    """The client, all files closed and as on disk again afterwards."""
    yield client.driver
    for name in list(client.driver.opened):
        client.driver.close(name)


async def test_columns_are_utf16_whatever_the_client_prefers(driver: Driver) -> None:
    assert driver.initialized.capabilities.position_encoding == "utf-16"
    assert driver.initialized.capabilities.text_document_sync.change == lsp.TextDocumentSyncKind.Incremental


async def test_a_sound_file_has_no_findings(driver: Driver) -> None:
    for name in ("city.ctmm", "key.ctmm", "rates.ctmm"):
        assert await driver.open(name) == []


async def test_a_finding_as_it_is_typed_and_gone_when_it_is_taken_back(driver: Driver) -> None:
    await driver.open("key.ctmm")
    found = await driver.change("key.ctmm", typed(KEY, "规划文件", "𠮷"))
    (one,) = [one for one in found if one.code == "CT4006"]
    assert one.range == span(KEY, "@from AR/1a abridged")
    assert one.message.startswith("标为节选，但有 AR/1a 没有的文字")
    assert (one.source, one.severity) == ("ctmm", lsp.DiagnosticSeverity.Error)
    assert one.code_description.href.endswith("CT4006.md")
    (related,) = one.related_information
    source = span(CITY, "在𠮷城相关规划文件中提出数字化转型目标")
    assert related.location == lsp.Location(driver.uri("city.ctmm"), source)
    start = at(KEY, "规划文件")
    taken = lsp.Range(start, lsp.Position(start.line, start.character + 2))
    found = await driver.change("key.ctmm", lsp.TextDocumentContentChangePartial(range=taken, text=""))
    assert "CT4006" not in [one.code for one in found]


async def test_another_file_that_a_change_is_about_is_told_too(driver: Driver) -> None:
    await driver.open("city.ctmm")
    await driver.open("key.ctmm")
    version, since = driver.versions["key.ctmm"], len(driver.published)
    await driver.change("city.ctmm", whole(CITY.replace("AR 适", "AQ 适")))
    assert "CT4003" in [one.code for one in await driver.said("key.ctmm", version, since)]
    since = len(driver.published)
    await driver.change("city.ctmm", whole(CITY))
    assert "CT4003" not in [one.code for one in await driver.said("key.ctmm", version, since)]


async def test_what_is_unused_can_be_faded(driver: Driver) -> None:
    text = RATES.replace("domain L1", "quantity spare 备用 count 个 at point\n\ndomain L1")
    (unused,) = [one for one in await driver.open("rates.ctmm", text) if one.code == "CT6003"]
    assert (list(unused.tags), unused.severity) == ([lsp.DiagnosticTag.Unnecessary], lsp.DiagnosticSeverity.Warning)


async def test_hover(driver: Driver) -> None:
    await driver.open("key.ctmm")
    params = lsp.HoverParams(driver.doc("key.ctmm"), at(KEY, "AR/2b", 4))
    said = await driver.client.text_document_hover_async(params)
    assert said.range == span(KEY, "AR/2b")
    assert said.contents.value.startswith("**AR/2b**\n\n建立跨部门协同机制\n\n- 各级总分中所占  等级 2：13.33%")


async def test_completion(driver: Driver) -> None:
    await driver.open("key.ctmm", KEY.replace("明确𠮷城牵头", "𠮷").replace("@from AR/2a merged", "@from AR/"))
    line = place(KEY, "@from AR/2a")[0]
    params = lsp.CompletionParams(driver.doc("key.ctmm"), lsp.Position(line, len("      @from AR/")))
    offers = {one.label: one for one in (await driver.client.text_document_completion_async(params)).items}
    offer = offers["AR/2b"]
    assert offer.detail == "建立跨部门协同机制"
    start = lsp.Position(line, len("      @from "))
    assert offer.text_edit == lsp.TextEdit(lsp.Range(start, params.position), "AR/2b")
    await driver.change("key.ctmm", whole(KEY.replace("@from AR/2a", "＠fr")))
    params = lsp.CompletionParams(driver.doc("key.ctmm"), lsp.Position(line, len("      ＠fr")))
    offers = {one.label: one for one in (await driver.client.text_document_completion_async(params)).items}
    assert (offers["@from"].filter_text, offers["@from"].text_edit.new_text) == ("＠from", "@from")


async def test_definition_references_and_highlights(driver: Driver) -> None:
    await driver.open("rates.ctmm")
    await driver.open("key.ctmm")
    doc, position = driver.doc("rates.ctmm"), at(RATES, "/ homes", 3)
    found = await driver.client.text_document_definition_async(lsp.DefinitionParams(doc, position))
    assert list(found) == [lsp.Location(driver.uri("rates.ctmm"), span(RATES, "homes"))]
    context = lsp.ReferenceContext(include_declaration=False)
    found = await driver.client.text_document_references_async(lsp.ReferenceParams(context, doc, position))
    assert [one.range for one in found] == [span(RATES, "homes", 1), span(RATES, "homes", 2)]
    marked = await driver.client.text_document_document_highlight_async(lsp.DocumentHighlightParams(doc, position))
    assert [one.kind for one in marked] == [lsp.DocumentHighlightKind.Write, *2 * [lsp.DocumentHighlightKind.Read]]
    origin = lsp.DefinitionParams(driver.doc("key.ctmm"), at(KEY, "AR/2b", 1))
    (clause,) = await driver.client.text_document_definition_async(origin)
    assert clause == lsp.Location(driver.uri("city.ctmm"), span(CITY, "b)"))


async def test_rename_across_files_and_what_is_refused(driver: Driver) -> None:
    await driver.open("city.ctmm")
    await driver.open("key.ctmm")
    doc, position = driver.doc("city.ctmm"), at(CITY, "AR 适数化")
    prepared = await driver.client.text_document_prepare_rename_async(lsp.PrepareRenameParams(doc, position))
    assert (prepared.range, prepared.placeholder) == (span(CITY, "AR"), "AR")
    edit = await driver.client.text_document_rename_async(lsp.RenameParams(doc, position, "AX"))
    by_file = {one.text_document.uri: one for one in edit.document_changes}
    assert by_file.keys() == {driver.uri(name) for name in ("city.ctmm", "key.ctmm", "city--rates.ctmm")}
    assert [one.range for one in by_file[driver.uri("key.ctmm")].edits] == [
        lsp.Range(at(KEY, "AR/", 0, nth), at(KEY, "AR/", 2, nth)) for nth in range(3)
    ]
    assert by_file[driver.uri("city.ctmm")].text_document.version == driver.versions["city.ctmm"]
    assert by_file[driver.uri("city--rates.ctmm")].text_document.version is None
    with pytest.raises(Exception, match="已经有 DF 了"):
        await driver.client.text_document_rename_async(lsp.RenameParams(doc, position, "DF"))
    with pytest.raises(Exception, match="等级和次序"):
        await driver.client.text_document_prepare_rename_async(lsp.PrepareRenameParams(doc, at(CITY, "b) 建立")))


async def test_a_repair_of_a_finding(driver: Driver) -> None:
    wrong = CITY.replace("60%", "55%")
    (one,) = [one for one in await driver.open("city.ctmm", wrong) if one.code == "CT3001"]
    params = lsp.CodeActionParams(driver.doc("city.ctmm"), one.range, lsp.CodeActionContext([one]))
    actions = await driver.client.text_document_code_action_async(params)
    assert actions
    assert (actions[0].is_preferred, actions[0].kind) == (True, lsp.CodeActionKind.QuickFix)
    (edits,) = [change.edits for change in actions[0].edit.document_changes]
    assert list(edits) == [lsp.TextEdit(span(wrong, "55%"), "60%")]


async def test_outline_search_and_folding(driver: Driver) -> None:
    await driver.open("city.ctmm")
    doc = driver.doc("city.ctmm")
    items = await driver.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(doc))
    domain = next(item for item in items if item.name.startswith("AR"))
    assert (domain.kind, domain.detail) == (lsp.SymbolKind.Class, "domain")
    clause = domain.children[1].children[0]
    assert (clause.name, clause.selection_range) == ("a) 明确𠮷城牵头机构", span(CITY, "a) 明确𠮷城牵头机构"))
    hits = await driver.client.workspace_symbol_async(lsp.WorkspaceSymbolParams("𠮷户数"))
    assert [(one.name, one.location.uri) for one in hits] == [
        ("quantity homes 𠮷户数 count 户 at point", driver.uri("rates.ctmm"))
    ]
    folds = await driver.client.text_document_folding_range_async(lsp.FoldingRangeParams(doc))
    assert (0, 2) in [(fold.start_line, fold.end_line) for fold in folds]


async def test_colours_come_in_utf16_columns(driver: Driver) -> None:
    await driver.open("city.ctmm")
    doc = driver.doc("city.ctmm")
    tokens = await driver.client.text_document_semantic_tokens_full_async(lsp.SemanticTokensParams(doc))
    legend = driver.initialized.capabilities.semantic_tokens_provider.legend.token_types
    line = column = 0
    found = []
    for start in range(0, len(tokens.data), 5):
        down, right, length, kind, _ = tokens.data[start : start + 5]
        line, column = line + down, right if down else column + right
        found.append((line, column, length, legend[kind]))
    assert found[:3] == [(0, 0, 8, "keyword"), (0, 9, 4, "class"), (0, 14, 8, "string")]
    row, column = place(CITY, "🏙️业务数据分类分级的比例 share")
    assert (row, column, 14, "string") in found
    assert (row, column + 15, 5, "enumMember") in found
    part = lsp.SemanticTokensRangeParams(doc, span(CITY, "levels"))
    some = await driver.client.text_document_semantic_tokens_range_async(part)
    assert list(some.data)[:5] == [4, 0, 6, legend.index("keyword"), 0]


async def test_layout_changes_only_lines_that_need_it(driver: Driver) -> None:
    untidy = CITY.replace("  mostly  大部分满足  70", "  mostly 大部分满足 ７０")
    await driver.open("city.ctmm", untidy)
    options, doc = lsp.FormattingOptions(2, True), driver.doc("city.ctmm")
    edits = await driver.client.text_document_formatting_async(lsp.DocumentFormattingParams(doc, options))
    line = place(untidy, "mostly")[0]
    assert [(edit.range.start.line, edit.range.end.line) for edit in edits] == [(line, line + 1)]
    assert edits[0].new_text == "  mostly  大部分满足  70\n"
    elsewhere = lsp.DocumentRangeFormattingParams(doc, span(untidy, "levels"), options)
    assert not await driver.client.text_document_range_formatting_async(elsewhere)


async def test_all_keywords_can_be_of_one_language(driver: Driver) -> None:
    await driver.open("key-equal.ctmm")
    nowhere = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
    asked = lsp.CodeActionContext([], only=[lsp.CodeActionKind.Source])
    params = lsp.CodeActionParams(driver.doc("key-equal.ctmm"), nowhere, asked)
    (action,) = await driver.client.text_document_code_action_async(params)
    assert (action.kind, action.title) == ("source.keywords.zh", "关键词统一写成中文")
    text = "".join(edit.new_text for edit in action.edit.document_changes[0].edits)
    assert text.startswith("剖面 key-equal 于 key 等权剖面\n")
    params = lsp.CodeActionParams(driver.doc("key-equal.ctmm"), nowhere, lsp.CodeActionContext([]))
    assert not await driver.client.text_document_code_action_async(params)


async def test_lenses(driver: Driver) -> None:
    await driver.open("city.ctmm")
    found = await driver.client.text_document_code_lens_async(lsp.CodeLensParams(driver.doc("city.ctmm")))
    said = {(one.range.start.line, one.range.start.character): one.command.title for one in found}
    assert said[place(CITY, "a) 明确")] == "占总分 等级 2：13.33%"


# ---- files ---------------------------------------------------------------------------------------------------------


async def test_windows_line_ends_and_a_byte_order_mark(driver: Driver) -> None:
    plain = CITY.replace("60%", "55%").replace("  mostly  大", "  mostly 大")
    found = await driver.open("city.ctmm", "\ufeff" + plain.replace("\n", "\r\n"))
    (one,) = [one for one in found if one.code == "CT3001"]
    assert one.range == span(plain, "55%")
    params = lsp.CodeActionParams(driver.doc("city.ctmm"), one.range, lsp.CodeActionContext([one]))
    (action, *_) = await driver.client.text_document_code_action_async(params)
    assert list(action.edit.document_changes[0].edits) == [lsp.TextEdit(one.range, "60%")]
    params = lsp.DocumentFormattingParams(driver.doc("city.ctmm"), lsp.FormattingOptions(2, True))
    edits = await driver.client.text_document_formatting_async(params)
    assert [edit.new_text for edit in edits] == ["  mostly  大部分满足  70\r\n"]
    place_ = lsp.Position(0, 1 + place(CITY, "𠮷城成")[1] + 2)  # after 𠮷, with the mark
    change = lsp.TextDocumentContentChangePartial(range=lsp.Range(place_, place_), text="新")
    await driver.change("city.ctmm", change)
    symbols = await driver.client.workspace_symbol_async(lsp.WorkspaceSymbolParams("standard city"))
    assert [one.name for one in symbols] == ["standard city 𠮷新城成熟度模型"]


async def test_the_first_line_of_a_marked_text_is_one_column_further(driver: Driver) -> None:
    found = await driver.open("rates.ctmm", "\ufeff" + RATES.replace("standard rates", "standard ra--tes"))
    (one,) = [one for one in found if one.code == "CT4016"]
    assert (one.range.start.line, one.range.start.character) == (0, 1)


async def test_a_file_that_changes_on_disk_is_read_again_unless_it_is_open(driver: Driver) -> None:
    path = driver.folder / "city.ctmm"
    event = lsp.FileEvent(driver.uri("city.ctmm"), lsp.FileChangeType.Changed)
    written_ = lsp.DidChangeWatchedFilesParams([event])
    since = len(driver.published)
    path.write_text(CITY.replace("60%", "50%"), "utf-8")
    driver.client.workspace_did_change_watched_files(written_)
    assert "CT3001" in [one.code for one in await driver.said("city.ctmm", None, since)]
    assert "CT3001" not in [one.code for one in await driver.open("city.ctmm", CITY)]
    driver.client.workspace_did_change_watched_files(written_)
    assert "CT3001" not in [one.code for one in await driver.change("city.ctmm", typed(CITY, "机构", "的"))]
    since = len(driver.published)
    driver.close("city.ctmm")
    assert "CT3001" in [one.code for one in await driver.said("city.ctmm", None, since)]
    path.write_text(CITY, "utf-8")
    since = len(driver.published)
    driver.client.workspace_did_change_watched_files(written_)
    assert "CT3001" not in [one.code for one in await driver.said("city.ctmm", None, since)]


async def test_a_text_that_was_never_saved_is_by_itself(driver: Driver) -> None:
    uri = "untitled:Untitled-1"
    item = lsp.TextDocumentItem(uri, "ctmm", 3, CITY.replace("60%", "50%"))

    def told() -> list[list[str]]:
        return [[one.code for one in said.diagnostics] for said in driver.published if said.uri == uri]

    driver.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
    await driver.until(told, "nothing was published")
    assert "CT3001" in told()[-1]
    assert "CT4012" not in told()[-1]
    driver.client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
    await driver.until(lambda: told()[-1] == [], "its findings stay")


async def test_changes_that_come_at_once_end_in_the_newest_state(driver: Driver) -> None:
    await driver.open("city.ctmm")
    uri, since = driver.uri("city.ctmm"), len(driver.published)
    first = driver.versions["city.ctmm"] + 1
    for version in range(first, first + 40):
        where = lsp.VersionedTextDocumentIdentifier(version=version, uri=uri)
        text = CITY.replace("60%", "55%") if version < first + 39 else CITY
        driver.client.text_document_did_change(lsp.DidChangeTextDocumentParams(where, [whole(text)]))
    driver.versions["city.ctmm"] = first + 39
    assert "CT3001" not in [one.code for one in await driver.said("city.ctmm", first + 39, since)]
    versions = [one.version for one in driver.published[since:] if one.uri == uri]
    assert versions == sorted(versions)
    assert len(versions) < 40, "each of them was checked"
    assert driver.shown == []


async def test_a_file_that_is_opened_again_is_told_again(driver: Driver) -> None:
    await driver.open("city.ctmm")
    driver.close("city.ctmm")
    driver.versions["city.ctmm"] -= 1
    since = len(driver.published)
    await driver.open("city.ctmm")
    await driver.said("city.ctmm", driver.versions["city.ctmm"], since)


async def test_a_folder_that_is_closed_is_silent_and_speaks_again_when_it_is_opened(driver: Driver) -> None:
    root = lsp.WorkspaceFolder(driver.folder.parent.resolve().as_uri(), "project")

    def told() -> list[list[Any]]:
        uri = driver.uri("city--rates.ctmm")
        return [[one.code for one in said.diagnostics] for said in driver.published if said.uri == uri]

    await driver.open("city.ctmm")
    driver.close("city.ctmm")
    assert told()[-1] == ["CT7008"]
    for added, removed, codes in (([], [root], []), ([root], [], ["CT7008"])):
        event = lsp.WorkspaceFoldersChangeEvent(added, removed)
        driver.client.workspace_did_change_workspace_folders(lsp.DidChangeWorkspaceFoldersParams(event))
        await driver.until(lambda codes=codes: told()[-1] == codes, f"not {codes}")  # type: ignore[misc]

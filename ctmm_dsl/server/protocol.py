"""The server itself: what a client asks, handed to the room that knows.

In: the protocol's messages. Out: its answers. Texts are kept here as the client has them (`projects`), so pygls' own copies, which end
lines at more signs than the protocol does, are not made. Columns are always UTF-16. After a change the spec is checked once no other one
is waiting; of several states the newest wins, and what was said of a file is said again only where it is different.
"""

from __future__ import annotations

import asyncio
import gc
import typing
from collections.abc import Generator
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

from ctmm_dsl import __version__
from ctmm_dsl.server import findings as said
from ctmm_dsl.server.convert import Converter
from ctmm_dsl.server.projects import Project, Projects, key_of, path_of
from ctmm_dsl.server.texts import Buffer
from ctmm_dsl.server.tokens import Lexed

PAUSE = 1 / 500
"""So many seconds without a further change begin a check: changes that come at once are checked once."""
REST = 2
"""After so many seconds without a change, memory that nothing uses is given back."""


class Protocol(LanguageServerProtocol):
    """pygls' protocol without its own copies of texts, and with UTF-16 columns, which every client knows."""

    @lsp_method(lsp.INITIALIZE)
    def lsp_initialize(self, params: lsp.InitializeParams) -> Generator[Any, Any, lsp.InitializeResult]:
        if params.capabilities.general:
            params.capabilities.general.position_encodings = [lsp.PositionEncodingKind.Utf16]
        result = yield from super().lsp_initialize(params)
        return result

    @lsp_method(lsp.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: lsp.DidOpenTextDocumentParams) -> Generator[Any, Any, None]:
        yield self.fm.features[lsp.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: lsp.DidChangeTextDocumentParams) -> Generator[Any, Any, None]:
        yield self.fm.features[lsp.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: lsp.DidCloseTextDocumentParams) -> Generator[Any, Any, None]:
        yield self.fm.features[lsp.TEXT_DOCUMENT_DID_CLOSE], (params,), None


class Placed(typing.Protocol):
    """A question about a place."""

    text_document: lsp.TextDocumentIdentifier
    position: lsp.Position


class Server(LanguageServer):
    """What is open, what was last said of each file, and how this client wants it."""

    def __init__(self, language: str) -> None:
        super().__init__("ctmm", __version__, protocol_cls=Protocol)
        self.language = language
        self.ended = False
        self.clause_lenses = True
        self.projects = Projects()
        self.convert = Converter(self.projects)
        self.lexed = Lexed()
        self.mendings = said.Mendings()
        self._said: dict[str, list[lsp.Diagnostic]] = {}
        self._versions: dict[str, int | None] = {}
        self._by: dict[str, Project] = {}
        self._changed: dict[int, Project] = {}
        self._waiting: asyncio.TimerHandle | None = None
        self._resting: asyncio.TimerHandle | None = None

    # ---- the beginning ---------------------------------------------------------------------------------------------

    def begin(self, params: lsp.InitializeParams) -> None:
        """Take in what the client says of itself."""
        options = params.initialization_options if isinstance(params.initialization_options, dict) else {}
        wanted = str(options.get("language") or params.locale or self.language).lower()
        self.language = "en" if wanted.startswith("en") else "zh"
        self.clause_lenses = options.get("clauseLenses") is not False
        uris = [folder.uri for folder in params.workspace_folders or ()] or [params.root_uri or ""]
        self.projects.folders = [path.resolve() for uri in uris if (path := path_of(uri))]

    def read_folders(self) -> None:
        """Read what the open folders hold, and say what is found there."""
        self.projects.begin()
        for project in self.projects.projects.values():
            self.changed(project)

    def folders_changed(self, added: list[str], removed: list[str]) -> None:
        gone = [path.resolve() for uri in removed if (path := path_of(uri))]
        come = [path.resolve() for uri in added if (path := path_of(uri))]
        self.projects.folders = [folder for folder in self.projects.folders if folder not in gone] + come
        for project in self.projects.without(gone):
            self._silence(project)
        self.read_folders()

    # ---- texts -----------------------------------------------------------------------------------------------------

    def opened(self, uri: str, text: str, version: int | None) -> None:
        self._versions.pop(key_of(uri), None)  # some clients forget what was said of a file that they close
        self.changed(self.projects.edit(Buffer(uri, text, version)))

    def edited(self, params: lsp.DidChangeTextDocumentParams) -> None:
        key = key_of(params.text_document.uri)
        buffer = self.projects.buffers.get(key) or Buffer(params.text_document.uri, "")
        for change in params.content_changes:
            if isinstance(change, lsp.TextDocumentContentChangePartial):
                start, end = change.range.start, change.range.end
                buffer = buffer.changed((start.line, start.character), (end.line, end.character), change.text)
            else:
                buffer = Buffer(buffer.uri, change.text, buffer.version)
        self.changed(self.projects.edit(Buffer(buffer.uri, buffer.text, params.text_document.version)))

    def closed(self, uri: str) -> None:
        project = self.projects.close(uri)
        if project:
            self.changed(project)

    # ---- findings --------------------------------------------------------------------------------------------------

    def changed(self, project: Project) -> None:
        """Something of a project is another: check it as soon as nothing else comes."""
        self._changed[id(project)] = project
        if self._waiting:
            self._waiting.cancel()
        self._waiting = asyncio.get_running_loop().call_later(PAUSE, self._check)

    def _check(self) -> None:
        self._waiting = None
        projects, self._changed = list(self._changed.values()), {}
        for project in projects:
            self._publish(project)
        for trouble in self.projects.troubles:
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, trouble.words[self.language]))
        self.projects.troubles.clear()
        if self._resting:
            self._resting.cancel()
        self._resting = asyncio.get_running_loop().call_later(REST, gc.collect)

    def _publish(self, project: Project) -> None:
        """Say what is found in each file, where that is not what was said last; of an open file always, with the version that was read."""
        found = said.by_file(project.outcome)
        theirs = {path for path, by in self._by.items() if by is project}
        for path in sorted({*found, *theirs, *project.paths}):
            now = [self.convert.diagnostic(one, project, self.language) for one in found.get(path, ())]
            buffer = self.projects.buffers.get(path)
            if now == self._said.get(path, []) and not (buffer and buffer.version != self._versions.get(path)):
                continue
            self._said[path], self._by[path] = now, project
            self._versions[path] = buffer.version if buffer else None
            self.text_document_publish_diagnostics(
                lsp.PublishDiagnosticsParams(self.convert.uri(path), now, buffer.version if buffer else None)
            )

    def _silence(self, project: Project) -> None:
        """Nothing is said any more of the files of a project."""
        self._changed.pop(id(project), None)
        for path in [path for path, by in self._by.items() if by is project]:
            del self._by[path]
            if self._said.pop(path):
                self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(self.convert.uri(path), []))

    # ---- questions -------------------------------------------------------------------------------------------------

    def found(self, uri: str) -> tuple[Project, str] | None:
        """The project and path of a file that a client asks about."""
        return self.projects.of(uri)

    def at(self, params: Placed) -> tuple[Project, str, int] | None:
        """The same with the offset of a place."""
        found = self.found(params.text_document.uri)
        if found is None:
            return None
        project, path = found
        return project, path, self.convert.offset(project.source(path), params.position)

    @property
    def versions(self) -> bool:
        """Whether edits may say of which version of a text they are."""
        workspace = self.client_capabilities.workspace
        edit = workspace.workspace_edit if workspace else None
        return bool(edit and edit.document_changes)

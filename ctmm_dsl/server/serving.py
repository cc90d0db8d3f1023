"""Every message that the server understands, and who answers it.

In: a language. Out: a server, ready to be started. Each handler asks one room and turns what it says into the protocol's types; where
a file is not known, or nothing stands at a place, the answer is nothing.
"""

from __future__ import annotations

from lsprotocol import types as lsp

from ctmm_dsl.server import actions, answers, language_features
from ctmm_dsl.server.protocol import Server

WATCHED = "**/*.ctmm"


def server(language: str = "zh") -> Server:
    """The language server with all that it can do. `language`: what it speaks with a client that does not say."""
    made = Server(language)
    _texts(made)
    answers.register(made)
    actions.register(made)
    language_features.register(made)
    return made


def _texts(made: Server) -> None:
    """The beginning, texts being opened, changed and closed, and files that change on disk."""

    @made.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        made.begin(params)

    @made.feature(lsp.INITIALIZED)
    def initialized(_: lsp.InitializedParams) -> None:
        _watch(made)
        made.read_folders()

    @made.feature(lsp.SHUTDOWN)
    def ended(_: None) -> None:
        made.ended = True

    @made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        made.opened(item.uri, item.text, item.version)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def edited(params: lsp.DidChangeTextDocumentParams) -> None:
        made.edited(params)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        made.closed(params.text_document.uri)

    @made.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def written(params: lsp.DidChangeWatchedFilesParams) -> None:
        for project in made.projects.on_disk(change.uri for change in params.changes):
            made.changed(project)

    @made.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders(params: lsp.DidChangeWorkspaceFoldersParams) -> None:
        event = params.event
        made.folders_changed([one.uri for one in event.added], [one.uri for one in event.removed])


def _watch(made: Server) -> None:
    """Ask the client to tell of files that change on disk, where it can."""
    workspace = made.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching and watching.dynamic_registration:
        options = lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher(WATCHED)])
        registration = lsp.Registration("ctmm-files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        made.client_register_capability(lsp.RegistrationParams([registration]))

"""How long the language server takes from a keystroke to what it says of it, on the whole spec, as a client meets it.

In: nothing. Out: figures; none where pygls is missing. A client over standard input and output puts a character in at a place drawn by
lot, waits for the findings of that very version, takes it out again, and waits once more. The 95th of 100 keystrokes is held against a
tenth of a second. This is real time, unlike that of other measurements, and a busy machine shows: beside it stands how long the
server itself worked.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from types import TracebackType
from typing import Any

from bench.measure import ROOT, Figure

SECOND = 1000
TENTH = 100
TYPED = ("数", "据", "，", "a", "1", " ", "𠮷", "@", "\n", '"', "-", "%")
FILES = {"ctmm.ctmm": 240, "ctmm-key.ctmm": 60, "gbt33356-city.ctmm": 60, "iso37107.ctmm": 60,
         "crosswalks/ctmm--gbt33356-city.ctmm": 60}  # fmt: skip
"""Files of the spec, and how many keystrokes in each."""


def figures() -> Iterator[Figure]:
    """One figure a file."""
    if find_spec("pygls") is None:
        return
    with TemporaryDirectory(prefix="ctmm-bench-") as folder:
        spec = Path(folder) / "spec"
        shutil.copytree(ROOT / "spec", spec)
        with Client(spec) as client:
            for name, keystrokes in FILES.items():
                yield _of(client, spec / name, keystrokes)


def _of(client: Client, file: Path, keystrokes: int) -> Figure:
    random, uri = Random(file.name), file.resolve().as_uri()
    text = file.read_text("utf-8")
    lines = text.split("\n")
    client.open(uri, text)
    taken: list[float] = []
    own: list[float] = []
    version = 0
    for _ in range(keystrokes // 2 + 1):
        row = random.randrange(len(lines))
        column = random.randrange(len(lines[row]) + 1)
        typed = random.choice(TYPED)
        start = {"line": row, "character": _units(lines[row][:column])}
        after = {"line": row + 1, "character": 0}
        if typed != "\n":
            after = {"line": row, "character": start["character"] + _units(typed)}
        for end, new in ((start, typed), (after, "")):
            version += 1
            worked, begun = client.worked(), perf_counter()
            client.change(uri, version, start, end, new)
            taken.append((perf_counter() - begun) * SECOND)
            own.append(client.worked() - worked)
    taken, own = sorted(taken[2:]), sorted(own[2:])  # the first time, much is read for the first time
    absolute = {"p50": _part(taken, 50), "p95": _part(taken, 95), "max": taken[-1]}
    absolute |= {"of it the server's own p50": _part(own, 50), "p95 of that": _part(own, 95)}
    name = file.name.removesuffix(".ctmm")
    return Figure(
        f"a keystroke in {name}: p95 of {len(taken)}, to a tenth of a second", absolute["p95"] / TENTH, 1, absolute
    )


def _part(figures: list[float], hundredths: int) -> float:
    return figures[len(figures) * hundredths // 100]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class Client:
    """The least that a client is: it writes messages and reads on until it has what it waits for."""

    def __init__(self, spec: Path) -> None:
        self.spec = spec

    def __enter__(self) -> Client:
        command = [sys.executable, "-m", "ctmm_dsl", "lsp"]
        self.server = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._send({"id": 1, "method": "initialize", "params": {
            "processId": None, "rootUri": self.spec.parent.resolve().as_uri(), "capabilities": {}, "locale": "zh",
        }})  # fmt: skip
        self._until(lambda message: message.get("id") == 1)
        self._send({"method": "initialized", "params": {}})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._send({"id": 2, "method": "shutdown"})
            self._until(lambda message: message.get("id") == 2)
            self._send({"method": "exit"})
            self.server.wait(10)
        self.server.kill()
        self.server.wait()

    def open(self, uri: str, text: str) -> None:
        document = {"uri": uri, "languageId": "ctmm", "version": 0, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        self._said(uri, 0)

    def change(self, uri: str, version: int, start: dict[str, int], end: dict[str, int], text: str) -> None:
        """A change, and what is found in the file then."""
        change = {"range": {"start": start, "end": end}, "text": text}
        document = {"uri": uri, "version": version}
        self._send(
            {"method": "textDocument/didChange", "params": {"textDocument": document, "contentChanges": [change]}}
        )
        self._said(uri, version)

    def worked(self) -> float:
        """The milliseconds that the server's main thread has worked so far; 0 where the system does not tell."""
        told = Path(f"/proc/{self.server.pid}/schedstat")
        return int(told.read_text("utf-8").split()[0]) / 1e6 if told.is_file() else 0

    def _said(self, uri: str, version: int) -> None:
        self._until(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and (message["params"]["uri"], message["params"].get("version")) == (uri, version)
            )
        )

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode("utf-8")
        assert self.server.stdin
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.server.stdin.flush()

    def _until(self, wanted: Any) -> None:
        assert self.server.stdout
        while True:
            length = 0
            while header := self.server.stdout.readline().strip():
                if header.lower().startswith(b"content-length:"):
                    length = int(header.partition(b":")[2])
            if not length:
                raise EOFError("the server has ended")
            if wanted(json.loads(self.server.stdout.read(length))):
                return


if __name__ == "__main__":
    for figure in figures():
        print(figure.name, {name: round(value, 1) for name, value in figure.absolute.items()})

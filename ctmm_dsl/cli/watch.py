"""`ctmm watch`: check whenever a file of the spec changes, and make every artefact anew where there is no error.

After each check without errors the whole build is of the present text, what is no longer made removed. While there are errors nothing is
written, and it is said which artefacts rest on a text that has changed. No clock is shown; on a terminal the last line says what is being
done.
"""

from __future__ import annotations

import gc
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from ctmm_dsl.cli.build import compiler_digest, summed_up
from ctmm_dsl.cli.digest import spec_digest
from ctmm_dsl.cli.surroundings import colour
from ctmm_dsl.cli.watched import Watched
from ctmm_dsl.model import Crosswalk, Model, Profile, Standard
from ctmm_dsl.pipeline import Outcome
from ctmm_dsl.render import terminal
from ctmm_dsl.scheme import schemes
from generators.artefact import Edition
from generators.build import emit
from generators.registry import GENERATORS
from generators.stamp import digest_of, stamp, up_to_date
from generators.writer import listed, remember, write


def run(arguments: Namespace) -> int:
    gc.enable()  # this command does not end soon
    spec_digest(arguments.spec)  # a folder that is not there is the command's trouble, not a change
    watch = Watch(arguments)
    watch.begin()
    while True:
        watch.go_on()


class Watch:
    """A folder, its build, and what the build was made of."""

    def __init__(self, arguments: Namespace) -> None:
        self.out: Path = arguments.out
        self.builds = not arguments.no_build
        self.language: str = arguments.lang
        self.watched = Watched(arguments.spec)
        self.compiler = compiler_digest()
        self.made_of: dict[str, bytes] | None = None
        """The texts that the build is of; none where it is not known."""
        self.rests_on: dict[str, set[str]] = {}
        """The artefacts' standards, profiles and crosswalks, and the files that each rests on."""

    def begin(self) -> None:
        self.watched.take()
        spec = self.watched.folder
        self._say(f"正在监视 {spec}，按 Ctrl-C 结束", f"watching {spec}, Ctrl-C ends it")
        self._check()

    def go_on(self) -> None:
        """Wait for a change, tell it, check and build."""
        self.watched.wait()
        changed = self.watched.take()
        if not changed:
            return
        gone = [path for path in changed if path not in self.watched.texts]
        there = [path for path in changed if path in self.watched.texts]
        print()
        for paths, zh, en in ((there, "改动", "changed"), (gone, "已删", "gone")):
            if paths:
                self._say(f"{zh}：{'、'.join(paths)}", f"{en}: {', '.join(paths)}")
        self._check()

    def _check(self) -> None:
        self._show("正在检查", "checking")
        outcome = self.watched.workspace.outcome
        self._show("", "")
        sys.stdout.write(terminal.render(outcome.findings, self.language, colour=colour()))
        if not outcome.findings:
            self._say("没有发现问题", "nothing found")
        if not self.watched.texts:
            self._say("没有标准，没有生成", "there is no standard: nothing was made")
        elif self.builds and outcome.sound:
            self._build(outcome)
        if self.builds and not (outcome.sound and self.watched.texts):
            self._tell_older()
        sys.stdout.flush()

    def _build(self, outcome: Outcome) -> None:
        digest = self.watched.digest()
        made_from = digest_of([("spec", digest.encode()), ("compiler", self.compiler.encode())])
        if (count := up_to_date(self.out, made_from)) is not None:
            self._say(f"{self.out} 已是最新：{count} 个文件", f"{self.out} is up to date: {count} files")
        else:
            names = [name for name, _ in GENERATORS]
            edition = Edition(outcome.model, schemes(outcome.model), outcome.allowed, digest)
            files = emit(edition, begins=lambda name: self._show_step(name, names))
            written = write(files, self.out, whole=True)
            if not outcome.findings:
                remember(stamp(made_from, files), self.out)
            self._show("", "")
            print(summed_up(self.out, written, self.language))
        self.made_of = dict(self.watched.texts)
        self.rests_on = dict(_rests_on(outcome.model))

    def _tell_older(self) -> None:
        """Which artefacts are older than the text: those that rest on a file that changed since, and those of which that is not known. (All
        others are of the former text too, but for the digest of the whole spec they would be the same.)"""
        made_of, texts = self.made_of or {}, self.watched.texts
        changed = {path for path in made_of.keys() | texts.keys() if made_of.get(path) != texts.get(path)}
        older: Counter[str] = Counter()
        for path, owner in listed(self.out).items():
            rests_on = self.rests_on.get(owner)
            if changed and (rests_on is None or rests_on & changed):
                older[path.partition("/")[0]] += 1
        total = sum(older.values())
        if total:
            zh = "、".join(f"{name}（{count}）" for name, count in sorted(older.items()))
            en = ", ".join(f"{name} ({count})" for name, count in sorted(older.items()))
            self._say(
                f"没有生成；{self.out} 仍由原来的文字生成，其中 {total} 个文件所依据的文字已改：{zh}",
                f"nothing was made; {self.out} is of the former text, and {total} files in it rest on what changed: {en}",
            )
        else:
            self._say("没有生成", "nothing was made")

    def _show_step(self, name: str, names: list[str]) -> None:
        step = f"{names.index(name) + 1}/{len(names)} {name}"
        self._show(f"正在生成 {step}", f"making {step}")

    def _show(self, zh: str, en: str) -> None:
        """What is being done, on a terminal: one line, written over by the next."""
        if sys.stdout.isatty():
            print("\r\x1b[K" + (zh if self.language == "zh" else en), end="", flush=True)

    def _say(self, zh: str, en: str) -> None:
        print(zh if self.language == "zh" else en, flush=True)


def _rests_on(model: Model) -> Iterator[tuple[str, set[str]]]:
    """What artefacts are made for, by its identifier, and the files that it rests on."""
    for document in model.documents():
        match document:
            case Standard():
                yield document.id, set(_files([document]))
            case Profile():
                whole = [document.standard, *([document.scoring] if document.scoring else [])]
                yield document.id, {document.span.source.path, *_files(whole)}
            case Crosswalk():
                name = f"{document.source.id}--{document.target.id}"
                yield name, {document.span.source.path, *_files([document.source, document.target])}


def _files(standards: Iterable[Standard]) -> Iterator[str]:
    for standard in standards:
        for one in standard.with_supersets():
            yield one.span.source.path

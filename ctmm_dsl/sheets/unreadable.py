"""A file that cannot be read at all: what is the matter with it and what to do, in both languages."""

from __future__ import annotations

from ctmm_dsl.findings import both


class Unreadable(Exception):
    """The file as a whole is not what it should be; nothing of it is used."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.words = both(zh, en)

"""What is wrong with an assessment, and where in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from ctmm_dsl.findings import Both, Entry, both

SHAPES: dict[str, Both] = {
    "object": both("对象 {…}", "an object {…}"),
    "string": both("文字", "a text"),
    "answer": both("答案（文字）或对象 {…}", "an answer (a text) or an object {…}"),
    "texts": both("文字列表 […]", "a list of texts […]"),
    "levels": both('对象 {"now": …, "planned": …}', 'an object {"now": …, "planned": …}'),
    "respondents": both("答者列表 [{…}]", "a list of respondents [{…}]"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an assessment, and where in it: `path` as in `answers["AR.1/1a"]`, empty for the whole file."""

    entry: Entry
    path: str
    words: Mapping[str, object] = field(default_factory=dict)

    def message(self, language: str) -> str:
        spoken = {name: word[language] if isinstance(word, Mapping) else word for name, word in self.words.items()}
        text = self.entry.message[language].format_map(spoken)
        colon = "：" if language == "zh" else ": "
        return f"{self.entry.code} {self.path}{colon}{text}" if self.path else f"{self.entry.code} {text}"


def join(path: str, key: str | int) -> str:
    return f"{path}[{json.dumps(key, ensure_ascii=False)}]" if path else str(key)

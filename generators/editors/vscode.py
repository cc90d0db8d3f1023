"""What VS Code wants to know of the language besides its colours: comments, brackets, words, what Enter does.

In: the grammar's keywords. Out: language-configuration.json. Only Enter indents: rules that also indent what is pasted would change which
line belongs to which.
"""

from __future__ import annotations

from generators.editors.indents import opening
from generators.editors.words import BLANK, pattern
from generators.quoting import json_bytes

_PAIRS = ("()", "[]", "（）", "【】", "《》", "“”", "‘’")
_TEXTS = ("string", "comment")


def files() -> dict[str, bytes]:
    identifier = pattern("ID").removesuffix(r"(?=\s|$)")
    pairs = [list(pair) for pair in _PAIRS]
    closing = [{"open": pair[0], "close": pair[1], "notIn": ["comment"]} for pair in _PAIRS]
    return {
        "vscode/language-configuration.json": json_bytes(
            {
                "comments": {"lineComment": "#"},
                "brackets": pairs,
                "autoClosingPairs": [*closing, {"open": '"', "close": '"', "notIn": list(_TEXTS)}],
                "surroundingPairs": [*pairs, ['"', '"']],
                "wordPattern": {"pattern": rf"[@＠]?(?:{identifier}|[\u3400-\u9fff]+)", "flags": "u"},
                "folding": {"offSide": True},
                "onEnterRules": [
                    {"beforeText": rf"^{BLANK}*[#＃].*$", "action": {"indent": "none"}},
                    {"beforeText": opening(), "action": {"indent": "indent"}},
                ],
            }
        )
    }

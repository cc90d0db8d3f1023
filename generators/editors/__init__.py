"""The language for editors: colours, folds and settings, taken from the grammar itself.

In: ctmm_dsl/grammar.lark. Out: files for the folder editors/, which are committed so that an editor can be set up without Python. A
keyword, a line or a block that the grammar gains is coloured in every editor by generating once more: `python -m generators.editors`.
"""

from __future__ import annotations

from generators.editors import emacs, kate, nano, notepad, textmate, vim, vscode


def files() -> dict[str, bytes]:
    """Every generated file, by its path inside editors/."""
    made: dict[str, bytes] = {}
    for one in (textmate, vscode, vim, kate, emacs, nano, notepad):
        made |= one.files()
    return made

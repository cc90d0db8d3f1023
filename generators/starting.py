"""A small standard to start from, with all that its folder needs.

In: its identifier, its name, the language of keywords and of comments. Out: the folder's files. The standard is written with
English keywords and laid out by the formatter, which puts them in the language that is wanted; so it is always in the style that
`ctmm fmt` checks.
"""

from __future__ import annotations

import re
import unicodedata

from jinja2 import Environment, PackageLoader, StrictUndefined

from ctmm_dsl import __version__, grammar
from ctmm_dsl.format import formatted
from ctmm_dsl.reading import Trouble
from ctmm_dsl.source import Source
from generators.quoting import markdown

LONGEST = 200
_IDENTIFIER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_PLAIN = re.compile(r'[^\s"“#＃@＠]\S*')
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_WHY = {
    "workflow": {
        "zh": "在每个合并请求上检查标准：问题标在行上，修订的内容写进摘要。",
        "en": "Checks every pull request: findings on their lines, and in the summary what the revision changes.",
    },
    "requirements": {
        "zh": "标准的编译器。包索引里没有时，把下一行换成安装包（.whl）的路径。",
        "en": "The compiler. If your package index does not have it, put the path of its wheel (.whl) in place of the next line.",
    },
}

_templates = Environment(
    loader=PackageLoader("generators", "templates/new"), undefined=StrictUndefined, keep_trailing_newline=True
)


def files(identifier: str, name: str, keywords: str, language: str) -> dict[str, bytes]:
    """The files of the new folder, by their paths in it; `Trouble` where identifier or name cannot be used."""
    file = f"spec/{checked_identifier(identifier)}.ctmm"
    title = checked_name(name)
    texts = {
        file: _laid_out(_made(f"standard.{language}.ctmm", id=identifier, name=quoted(title), title=title), keywords),
        "README.md": _made(
            f"readme.{language}.md",
            id=identifier,
            title=markdown(title),
            file=file,
            method=_keyword("_METHOD", keywords),
            expect=_keyword("_EXPECT", keywords),
        ),
        ".github/workflows/standards.yml": _made("workflow.yml", language=language, why=_WHY["workflow"][language]),
        "requirements.txt": _made("requirements.txt", version=__version__, why=_WHY["requirements"][language]),
        ".gitignore": _made("gitignore"),
        ".gitattributes": _made("gitattributes"),
    }
    return {path: text.encode() for path, text in texts.items()}


def checked_identifier(text: str) -> str:
    """An identifier that a standard may have: Latin letters, digits, `.`, `_`, `-`, and no name that the compiler needs itself."""
    if not _IDENTIFIER.fullmatch(text) or "--" in text or text.lower() == "crosswalk" or len(text) > LONGEST:
        raise Trouble(
            f"“{text[:LONGEST]}”不能作标识符：只用拉丁字母、数字和 . _ -，不用连着的 --，也不用 crosswalk；请用 --id 给出",
            f"{text[:LONGEST]!r} is no identifier: use Latin letters, digits and . _ -, no -- and not crosswalk; give one with --id",
        )
    return text


def checked_name(text: str) -> str:
    """A name on one line, of characters that can be seen."""
    text = text.strip()
    if not text or len(text) > LONGEST or any(unicodedata.category(one) in _UNSEEN for one in text):
        raise Trouble(
            f"标准的名称须是一行看得见的文字，至多 {LONGEST} 个字符；请用 --name 给出",
            f"a name is one line of visible characters, at most {LONGEST}; give one with --name",
        )
    return text


def quoted(name: str) -> str:
    """A name as it stands in a heading: in double quotes where it would be read otherwise without."""
    return name if _PLAIN.fullmatch(name) else grammar.quoted(name)


def _keyword(terminal: str, language: str) -> str:
    return next(word for word in grammar.keywords()[terminal] if word.isascii() == (language == "en"))


def _made(template: str, **values: str) -> str:
    return _templates.get_template(f"{template}.jinja").render(values)


def _laid_out(text: str, keywords: str) -> str:
    made = formatted(Source("", text), keywords)
    if made is None:
        raise ValueError("the standard to start from cannot be read")
    return made

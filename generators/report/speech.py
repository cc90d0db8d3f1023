"""How a report speaks: its words in one language, and scores, weights, levels and values as it writes them.

In: values of the model and the referee. Out: texts. What it cannot know, a score without bound, is said to be unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from ctmm_dsl.checks.spoken import decimal, layer_name
from ctmm_dsl.expression.evaluate import Value
from ctmm_dsl.expression.text import label_of
from ctmm_dsl.model import Level, Node, Quantity, Scheme
from ctmm_dsl.score.as_json import spoken
from generators.naming import level_number, level_title
from generators.report.words import WORDS

CENT = Fraction(1, 100)
MINUS = "−"
"""A hyphen is no minus."""


class Speech:
    """The words of one report, about one scheme."""

    def __init__(self, scheme: Scheme, language: str) -> None:
        self.scheme = scheme
        self.standard = scheme.standard
        self.language = language
        self.threshold = scheme.ladder.threshold if scheme.ladder else None

    def __call__(self, key: str, **holes: object) -> str:
        return WORDS[key][self.language].format_map({name: str(hole) for name, hole in holes.items()})

    # ---- numbers -----------------------------------------------------------------------------------------------

    def score(self, number: Fraction | None) -> str:
        """A score, rounded; one that rounding would make look like the threshold says on which side it lies."""
        return (
            str(spoken(number, self.threshold)["shown"]).replace("-", MINUS)
            if number is not None
            else self("unbounded")
        )

    def points(self, number: Fraction | None) -> str:
        """Points that nothing is decided by: gains, losses, deductions. Some that would be rounded to none are shown as more than none."""
        return (
            str(spoken(number, Fraction(0))["shown"]).replace("-", MINUS) if number is not None else self("unbounded")
        )

    def size(self, number: Fraction | None) -> str:
        """How much a difference is, without its sign; rounded as the difference itself is."""
        shown = self.points(number)
        return ">" + shown[1:] if shown.startswith("<") else shown.removeprefix(MINUS)

    def signed(self, number: Fraction | None) -> str:
        if number is None:
            return self("unbounded")
        shown = self.points(number)
        return f"+{shown}" if number > 0 and not shown.startswith(">") else shown

    def share(self, part: Fraction) -> str:
        """A weight: exactly where two places are enough, else rounded."""
        percent = part * 100
        return f"{decimal(percent)}%" if (percent / CENT).denominator == 1 else f"{spoken(percent, None)['shown']}%"

    def value(self, quantity: Quantity, value: Value | None) -> str:
        """What a city reports of a quantity, with its unit."""
        if value is None:
            return self("value.missing")
        if isinstance(value, bool):
            return self("yes" if value else "no")
        if isinstance(value, str):
            return next((option.label or option.code for option in quantity.options if option.code == value), value)
        if quantity.kind == "share":
            return f"{decimal(value * 100)}%"
        return f"{decimal(value)} {quantity.unit}".rstrip()

    # ---- names -------------------------------------------------------------------------------------------------

    def level(self, number: int) -> str:
        """A level by its title; none at all as below the first."""
        levels = self.standard.levels
        found = next((level for level in levels if level.number == number), None)
        return self._level(found) if found else self("below", level=self._level(levels[0]))

    def _level(self, level: Level) -> str:
        return self("level", number=level.number, name=level_title(level) if self.language == "zh" else level.name)

    def level_brief(self, number: int) -> str:
        """A level without its name, where many stand side by side."""
        return self("level.brief", number=number, count=level_number(number))

    def layer(self, layer: int) -> str:
        return layer_name(self.standard, layer)

    def leaf_layer(self, nodes: Iterable[Node]) -> str:
        """The name of the layer that leaves stand in, or of the innermost where they stand in several."""
        return self.layer(max((node.layer for node in nodes), default=0))

    def label(self, quantity: Quantity) -> str:
        return label_of(quantity, self.language)

    def joined(self, texts: Iterable[str], between: str = "and") -> str:
        return self(between).join(texts)

    def listed(self, ids: Iterable[str]) -> str:
        return self.joined(ids)

    def above(self, path: tuple[Node, ...]) -> str:
        """The names of the nodes above the last, outermost first."""
        return " › ".join(node.name for node in path[:-1])


def exact(number: Fraction | None) -> str:
    """A score exactly: a decimal, or a fraction."""
    return decimal(number) if number is not None else "—"

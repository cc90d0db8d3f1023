"""A chart as an SVG element.

In: a chart, and what it shows in words. Out: the element, with its title and description for who cannot see it.
"""

from __future__ import annotations

from generators.charts.bars import bars
from generators.charts.radar import radar
from generators.charts.values import Chart, Radar
from generators.quoting import xml


def svg(chart: Chart, key: str, title: str, words: str) -> str:
    """A chart as an element. `key` is unique on its page; `title` and `words` say what it shows for who cannot see it."""
    body, frame = radar(chart) if isinstance(chart, Radar) else bars(chart, key)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(map(str, frame))}" role="img" '
        f'aria-labelledby="{key}-title {key}-words"><title id="{key}-title">{xml(title)}</title>'
        f'<desc id="{key}-words">{xml(words)}</desc>'
    )
    return head + "".join(body) + "</svg>"

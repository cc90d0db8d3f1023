"""A standard whose every label would be something else in some target, if it were not quoted there."""

from __future__ import annotations

LABELS = {
    "html": '</mtext></math><script>alert(""1"")</script>',
    "tex": "\\input{/etc/passwd} % $ & # _ ^ ~ { } \\end{align*}",
    "markdown": "a|b `x` **b** <br> [l](javascript:1)",
    "formula": "=cmd|' /C calc'!A0",
    "python": "'''; import os; {{ 7 * 7 }} << 7 >> {% raw %}",
    "entity": "&lt;b&gt; &amp; ]]> <!-- -->",
}
"""By the name of a quantity; a double quote is written twice, as names in quotation marks are."""

HOSTILE = (
    'standard bad "<<""&\\{}%$#^~|`*</title><script>"\n  edition "<1>&"\n  layers 域 / 子域 / 项\n\n'
    "method\n  leaf formula\n  parent weighted sum\n\n"
    + "".join(f'quantity {name} "{label}" count 项 at point\n  range 1..9\n' for name, label in LABELS.items())
    + """
quantity how "\\choice{</td>}" choice at point
  option one "</li>|\\par"
  option two =1+1

quantity flagged "%</html>" flag at point

domain A "</h2><img src=x onerror=alert(1)>" 100%

item A.1 "\\end{document}|<b>" 100%
  data <script>|\\write18{ls}`
  let b1 "</mi>\\relax|%" = 100 * html / tex
  let b2 = tier markdown
    >= 5  50
    else  0
  let b3 "{{" = checklist up to 50
    flagged  25
    per formula each 5 up to 25
  let b4 = choose how
    one  0
    two  50
  score = min(100, b1 + b2 + b3 + b4 + 100 * python / entity)
  reading other </p><script>|\\bye
    let b1 "</mi>\\relax|%" = 50 * html / tex
"""
)


def label(name: str) -> str:
    """A label as a reader is to see it."""
    return LABELS[name].replace('""', '"')

"""An invented standard whose every text tries to be more than a text.

In: nothing. Out: an edition. It goes through the parser, so it holds only what an editor can write in a line; `beyond_editors` has what no
file can hold.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from ctmm_dsl.model import Scheme
from generators.artefact import Edition
from tests.generators.editions import edition_from

LONGEST = 19_900
"""The language reads no line of more than 20,000 characters."""

TEXT = """
standard hostile "<script>alert(1)</script> 标准"
  edition  </script>1
  layers "<b>域</b>" / "]]>" / 项

levels
  1 "<img src=x onerror=alert(3)>"
  2 二

classes
  "</title><script>alert(4)</script>"  1..2

scale 满足
  full  "=HYPERLINK(1)"  100
    "规则 <script>alert(5)</script>"
  none  "</script>"  0

method
  leaf     mean of clauses, cumulative
  leaf     formula
  leaf     rubric
  parent   weighted sum
  reached  score > 50
  reached  minimum
  climb    one by one
  respondents low median
  summary  low median

domain A "</script><script>alert(6)</script>" 50%

item A.1 "<!-- ]]> -->"
  level 1
    - <script>alert(7)</script> ${{ 1 }} `x`
    - =HYPERLINK(1)
  level 2
    - </SCRIPT ><svg onload=alert(8)> a|b LONG

domain B "{{ 1 }} {% x %}" 50%

quantity whole "<b>总数</b>" count 个 at point
  range 1..

quantity part "</script>部分" count 个 at point
  @within whole

quantity pick "选 <x>" choice at point
  option one <u>一</u>
  option two 二

item B.1 "&lt;b&gt;" 40%
  data <script>alert(9)</script>
  score = 100 * part / whole

item B.2 另 60%
  data 无
  score = choose pick
    one  100
    two  0

domain R 量规

item R.1 "<style>*{display:none}</style>"
  rubric
    1 <script>alert(10)</script>
    2 </script>
"""


@cache
def hostile_edition() -> Edition:
    return edition_from(TEXT.replace("LONG", "长" * LONGEST))


def beyond_editors() -> Scheme:
    """The same with what the parser would refuse: a sign that turns the direction of text, half a character, a line end, a NUL."""
    (scheme,) = hostile_edition().schemes
    first, *rest = scheme.standard.domains
    name = "\u202e\ud800\r\n\0\u2028</script><script>alert(11)</script>"
    return replace(scheme, standard=replace(scheme.standard, name=name, domains=(replace(first, name=name), *rest)))

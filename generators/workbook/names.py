"""The sheets of a workbook beside the tables of answers, and the names by which its results can be found.

In: nothing. Out: constants. Whoever drives a workbook from outside reads results by these defined names.
"""

from __future__ import annotations

from ctmm_dsl.findings import both

RESULT = both("结果", "Result")
GAPS = both("差距", "What is missing")
SCORES = both("得分", "Scores")
RULES = both("计分规则", "Rules")
CLAUSE_STEPS = both("计算·条款", "Steps: clauses")
NODE_STEPS = both("计算·得分", "Steps: scores")

LEVEL, LEVEL_NAME, CITY_CLASS = "ctmm_level", "ctmm_level_name", "ctmm_class"
"""The number of the level (a text where an answer is invalid), its name, the class. Unanswered counts as the worst."""
UNANSWERED, INVALID, TOTAL = "ctmm_unanswered", "ctmm_invalid", "ctmm_total"
SHOWN = "ctmm_score_{level}"
"""The score of a level as the result's JSON shows it."""
ABOVE, REACHED = "ctmm_passes_{level}", "ctmm_reached_{level}"
"""1 or 0."""
NEEDED = "ctmm_needed"
"""How many clauses, raised to the best, suffice at least for the level that is aimed at; a text where none do."""

"""A revision as people hand it around: the changes, the change log, the drafting group's comparison table.

Called by `ctmm diff`, not by a build. In: what `ctmm_dsl.revision` found, and which of it was agreed to. Out: text for a terminal, JSON,
and documents for the writers of `generators.report`.
"""

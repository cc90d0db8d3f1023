"""The report on an assessment as a document: built from facts, then written as HTML, Markdown or Word.

In: the facts of `ctmm_dsl.report`, and the model. Out: bytes. It is no generator of the registry: it is made of a city's answers, not of a
standard alone, and is called by `ctmm report`.
"""

"""Spreadsheets that a city fills in: where each answer stands in a workbook, and what was filled in, read back.

In: a scheme; or the bytes of a workbook or a table. Out: places of answers, which the generator of workbooks lays out and the reader looks
up; or an assessment as its JSON text would have it.
"""

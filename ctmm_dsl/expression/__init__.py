"""What an expression is: its kind and unit, its range over all that a city may report, its value for what a city did report.

In: expressions of the model. Out: kinds, intervals, exact numbers. Everything here is a function of values.
"""

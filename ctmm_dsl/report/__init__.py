"""The facts of a report, as frozen values, exact.

In: a model, a scheme, what a city reports. Out: where it stands and why, what the next level takes, how safe the level is, what backs the
answers, what other standards offer on weak spots, how several assessments differ. Facts only: words for people are made by whoever shows
them. Nothing of any one standard is fixed here.
"""

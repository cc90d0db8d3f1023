"""A compiler for standards: text to a checked, frozen model, and what a score by it means."""

__version__ = "0.1.0"

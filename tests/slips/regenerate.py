"""Write down what is said of every slip: `python -m tests.slips.regenerate`. Then read the difference."""

from __future__ import annotations

from tests.slips.cases import FAMILIES, document

if __name__ == "__main__":
    for path in FAMILIES:
        path.write_text(document(path), "utf-8")

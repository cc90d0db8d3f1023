"""`python -m generators.editors`: write the editors' files where they differ, in the folder editors/ of the project."""

from __future__ import annotations

from pathlib import Path

from generators.editors import files
from generators.writer import write

if __name__ == "__main__":
    write(files(), Path("editors"), whole=False)

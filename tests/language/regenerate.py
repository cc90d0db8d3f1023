"""Write anew what the compiler says in `docs/findings` and in the cases. The difference is then read, not waved through."""

from __future__ import annotations

import sys
from pathlib import Path

from ctmm_dsl.explain import FOLDER, documents
from tests.language.cases import BAD, GOOD, read_case

ROOT = Path(__file__).parents[2]


def regenerate() -> list[Path]:
    """Rewrite every generated page and case; the files that changed, those that are no longer made included."""
    made = {ROOT / path: text for path, text in documents().items()}
    made |= {path: read_case(path).whole() for path in (*GOOD, *BAD)}
    (ROOT / FOLDER).mkdir(parents=True, exist_ok=True)
    gone = [path for path in sorted((ROOT / FOLDER).iterdir()) if path not in made]
    changed = [path for path, text in made.items() if not path.exists() or path.read_bytes() != text.encode()]
    for path in changed:
        path.write_bytes(made[path].encode())
    for path in gone:
        path.unlink()
    return [*changed, *gone]


if __name__ == "__main__":
    for path in regenerate():
        sys.stdout.write(f"{path.relative_to(ROOT).as_posix()}: changed\n")

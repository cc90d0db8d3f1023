"""`ctmm check --fix`: what takes no decision is mended and told; the rest is left, and the files keep their shape."""

from __future__ import annotations

from pathlib import Path

from tests.commands.calling import break_a_weight, ctmm

KEY = "spec/ctmm-key.ctmm"
SLIPS = (
    ("\nsubdomain AR.2 组织", "\nsubdomian AR.2 组织"),
    ("@from AR.2.1/3b verbatim", "@from AR.2.1/3b verbatm"),
    ("@from AR.2.1/3c verbatim", "@from AR.2.1/3c reworded"),
    ("climb    one by one", "climb    one by on"),
)


def slip(project: Path, *slips: tuple[str, str]) -> bytes:
    """Make slips; the file as it was."""
    file = project / KEY
    before = file.read_bytes()
    text = before.decode("utf-8")
    for old, new in slips:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_bytes(text.encode("utf-8"))
    return before


def test_slips_are_mended_and_told(project: Path) -> None:
    before = slip(project, *SLIPS)
    done = ctmm("check", "--fix", cwd=project)
    assert done.returncode == 0, done.stdout
    assert (project / KEY).read_bytes() == before
    *told, summary, _, found = done.stdout.splitlines()
    assert [line.split()[1] for line in told] == ["CT1003", "CT1002", "CT1003", "CT4005"]
    assert told[1].endswith("change to subdomain") and told[1].startswith(f"{KEY}:")
    assert summary == "mended 4 in 1 file; what is to be decided was left alone"
    assert found.startswith("nothing found")


def test_what_is_to_be_decided_is_left_alone(project: Path) -> None:
    break_a_weight(project)
    before = (project / KEY).read_bytes()
    done = ctmm("check", "--fix", "--lang", "zh", cwd=project)
    assert done.returncode == 1
    assert done.stdout.startswith("没有可以直接改的\n") and "CT3001" in done.stdout
    assert (project / KEY).read_bytes() == before


def test_line_ends_and_the_byte_order_mark_stay(project: Path) -> None:
    file = project / KEY
    shaped = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(shaped)
    slip(project, SLIPS[1])
    assert ctmm("check", "--fix", cwd=project).returncode == 0
    assert file.read_bytes() == shaped


def test_only_the_files_that_were_named_are_written(project: Path) -> None:
    slip(project, SLIPS[1])
    broken = (project / KEY).read_bytes()
    assert ctmm("check", "--fix", "spec/ctmm.ctmm", cwd=project).returncode == 0
    assert (project / KEY).read_bytes() == broken
    assert ctmm("check", "--fix", KEY, cwd=project).returncode == 0
    assert (project / KEY).read_bytes() != broken


def test_without_it_nothing_is_written(project: Path) -> None:
    slip(project, *SLIPS)
    broken = (project / KEY).read_bytes()
    assert ctmm("check", cwd=project).returncode == 1
    assert (project / KEY).read_bytes() == broken

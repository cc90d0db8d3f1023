"""The front door: arguments in, exit status out.

0 fine; 1 findings of severity error, or a check that found a difference; 2 the command was misused or a file cannot be read. Each
command is a module of its own, imported when it is called, so that `ctmm --version` loads nothing. Findings go to standard output,
troubles of the command itself to standard error.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from ctmm_dsl.cli.arguments import parse
from ctmm_dsl.cli.surroundings import language, prepare_streams


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; what it returns is the exit status."""
    prepare_streams()
    gc.disable()  # a command ends before collecting could pay; with it, a hundred times the text takes 150 times as long
    arguments = parse(sys.argv[1:] if argv is None else argv, language())
    from ctmm_dsl.reading import Trouble

    command = import_module(f"ctmm_dsl.cli.{arguments.command}")
    try:
        status = int(command.run(arguments))
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Trouble as trouble:
        print(f"ctmm: {trouble.words[arguments.lang]}", file=sys.stderr)
        return 2

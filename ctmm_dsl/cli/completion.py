"""`ctmm completion`: a script that completes commands, options, what may stand after them, files, standards and codes.

In: the very parser that reads the command line. Out: the script of a shell, with the help in the language of the output.
"""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from ctmm_dsl.cli.arguments import parser
from ctmm_dsl.cli.shells import Command, Option, Value
from ctmm_dsl.cli.shells.bourne import bash, zsh
from ctmm_dsl.cli.shells.fish import fish
from ctmm_dsl.cli.shells.powershell import powershell

LISTED = {
    "STANDARD": "standards",
    "standard": "standards",
    "profile": "standards",
    "CODE": "codes",
    "only": "generators",
}
"""What `ctmm list` tells, by the name of an argument or what it is for."""

PLACES = ("OLD", "NEW")
"""Arguments that may be a file or a folder, or something else."""


def run(arguments: Namespace) -> int:
    writers = {"bash": bash, "zsh": zsh, "fish": fish, "powershell": powershell}
    print(writers[arguments.shell](commands("en" if arguments.lang == "en" else "zh")), end="")
    return 0


def commands(language: str) -> tuple[Command, ...]:
    """Every command with its arguments; the first, without a name, is what stands before a command."""
    whole = parser(language)
    found = [Command("", whole.description or "", tuple(_options(whole)), ())]
    for action in whole._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
            found += [
                Command(name, helps[name], tuple(_options(one)), tuple(_places(one)))
                for name, one in action.choices.items()
            ]
    return tuple(found)


def _options(one: argparse.ArgumentParser) -> Iterator[Option]:
    for action in one._actions:
        if action.option_strings:
            takes = action.nargs != 0
            yield Option(tuple(action.option_strings), action.help or "", _value(action) if takes else None)


def _places(one: argparse.ArgumentParser) -> Iterator[tuple[Value, bool]]:
    """What may stand in each place that is no option's, and whether it may stand there again."""
    for action in one._actions:
        if not action.option_strings and not isinstance(action, argparse._SubParsersAction):
            yield _value(action), action.nargs in ("*", "+")


def _value(action: argparse.Action) -> Value:
    name = action.metavar if isinstance(action.metavar, str) else action.dest
    if action.choices:
        return Value("words", name, tuple(map(str, action.choices)))
    if action.type is Path or name in PLACES or action.metavar in PLACES:
        return Value("files", name)
    listed = LISTED.get(name) or LISTED.get(action.dest)
    return Value("listed", name, (listed,)) if listed else Value("anything", name)

"""The script of fish: a line for each thing that may stand somewhere."""

from __future__ import annotations

from ctmm_dsl.cli.shells import Commands, Option, Value


def fish(commands: Commands) -> str:
    before, named = commands[0], commands[1:]
    lines = [
        "# fish completion for ctmm: ctmm completion fish > ~/.config/fish/completions/ctmm.fish",
        "complete -c ctmm -f",
    ]
    start = "-n __fish_use_subcommand"
    lines += [f"complete -c ctmm {start} {_fish_flags(option)}" for option in before.options]
    for one in named:
        here = f"-n '__fish_seen_subcommand_from {one.name}'"
        lines.append(f"complete -c ctmm {start} -a {one.name} -d {_fish_quoted(one.help)}")
        lines += [f"complete -c ctmm {here} {_fish_flags(option)}" for option in one.options]
        lines += [f"complete -c ctmm {here} {offer}" for value, _ in one.places if (offer := _fish(value))]
    return "\n".join(lines) + "\n"


def _fish_flags(option: Option) -> str:
    flags = [f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags]
    value = f" -r {_fish(option.value)}".rstrip() if option.value else ""
    return f"{' '.join(flags)}{value} -d {_fish_quoted(option.help)}"


def _fish(value: Value) -> str:
    match value.kind:
        case "words":
            return f"-f -a '{' '.join(value.words)}'"
        case "listed":
            return f"-f -a \"(ctmm list {value.words[0]} 2>/dev/null | string match -rg '^(\\S+)  ')\""
        case "files":
            return "-F"
        case _:
            return ""


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

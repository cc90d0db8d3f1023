"""The scripts of bash and zsh."""

from __future__ import annotations

from collections.abc import Iterator

from ctmm_dsl.cli.shells import FIRST_WORDS, Command, Commands, Value, taking

BASH = """\
# bash completion for ctmm: source <(ctmm completion bash)
_ctmm_offer() {{
  case $1 in
    words) COMPREPLY=($(compgen -W "$2" -- "$word")) ;;
    listed) COMPREPLY=($(compgen -W "$(ctmm list "$2" 2>/dev/null | {first})" -- "$word")) ;;
    files)
      local IFS=$'\\n'
      compopt -o filenames 2>/dev/null
      COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}}

_ctmm() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} command= option= place=0 at
  COMPREPLY=()
  for ((at = 1; at < COMP_CWORD; at++)); do
    if [[ -n $option ]]; then
      option=
    elif [[ -z $command ]]; then
      [[ ${{COMP_WORDS[at]}} == -* ]] || command=${{COMP_WORDS[at]}}
    else
      case "$command ${{COMP_WORDS[at]}}" in
        {taking}) option=${{COMP_WORDS[at]}} ;;
        *\\ -*) ;;
        *) place=$((place + 1)) ;;
      esac
    fi
  done
  if [[ -n $option ]]; then
    case "$command $option" in
{values}
    esac
  elif [[ -z $command ]]; then
    _ctmm_offer words "{first_words}"
  elif [[ $word == -* ]]; then
    case $command in
{flags}
    esac
  else
    case "$command $place" in
{places}
    esac
  fi
}}
complete -F _ctmm ctmm
"""


def bash(commands: Commands) -> str:
    before, named = commands[0], commands[1:]
    valued = [(f'"{one.name} {flag}"', value) for one in named for flag, value in taking(one)]
    places = [
        f'      "{one.name} "{"*" if again else number}) {_bash(value)} ;;'
        for one in named
        for number, (value, again) in enumerate(one.places)
    ]
    return BASH.format(
        first=FIRST_WORDS,
        taking=" | ".join(name for name, _ in valued),
        values="\n".join(f"      {name}) {_bash(value)} ;;" for name, value in valued),
        first_words=" ".join([*(one.name for one in named), *before.flags]),
        flags="\n".join(f'      {one.name}) _ctmm_offer words "{" ".join(one.flags)}" ;;' for one in named),
        places="\n".join(places),
    )


def _bash(value: Value) -> str:
    match value.kind:
        case "words":
            return f'_ctmm_offer words "{" ".join(value.words)}"'
        case "listed":
            return f"_ctmm_offer listed {value.words[0]}"
        case "files":
            return "_ctmm_offer files"
        case _:
            return ":"


ZSH = """\
#compdef ctmm
# zsh completion for ctmm: source <(ctmm completion zsh), or a file _ctmm in a folder of $fpath
_ctmm_listed() {{
  local -a found
  found=(${{(f)"$(ctmm list $1 2>/dev/null | {first})"}})
  compadd -a found
}}

_ctmm() {{
  local curcontext=$curcontext state line
  local -a commands
  _arguments -C {before} '1: :->command' '*:: :->rest' && return
  case $state in
    command)
      commands=(
{commands}
      )
      _describe -t commands command commands ;;
    rest)
      case $words[1] in
{rest}
      esac ;;
  esac
}}

if [[ $funcstack[1] == _ctmm ]]; then _ctmm "$@"; else compdef _ctmm ctmm; fi
"""


def zsh(commands: Commands) -> str:
    before, named = commands[0], commands[1:]
    rest = [f"        {one.name}) _arguments {' '.join([*_zsh_options(one), *_zsh_places(one)])} ;;" for one in named]
    return ZSH.format(
        first=FIRST_WORDS,
        before=" ".join(_zsh_options(before)),
        commands="\n".join(f"        {_single(f'{one.name}:{_zsh_help(one.help)}')}" for one in named),
        rest="\n".join(rest),
    )


def _zsh_options(one: Command) -> Iterator[str]:
    for option in one.options:
        for flag in option.flags:
            ends = f":{option.value.name}:{_zsh(option.value)}" if option.value else ""
            yield _single(f"{flag}[{_zsh_help(option.help)}]{ends}")


def _zsh_places(one: Command) -> Iterator[str]:
    for number, (value, again) in enumerate(one.places):
        yield _single(f"{'*' if again else number + 1}:{value.name}:{_zsh(value)}")


def _zsh(value: Value) -> str:
    match value.kind:
        case "words":
            return f"({' '.join(value.words)})"
        case "listed":
            return f" _ctmm_listed {value.words[0]}"  # the blank: as it is, without what zsh would put in
        case "files":
            return "_files"
        case _:
            return " "


def _zsh_help(text: str) -> str:
    for sign in "\\[]:":
        text = text.replace(sign, "\\" + sign)
    return text


def _single(text: str) -> str:
    """A text in single quotes, for shells of the Bourne family."""
    return "'" + text.replace("'", "'\\''") + "'"

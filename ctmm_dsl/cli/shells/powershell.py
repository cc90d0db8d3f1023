"""The script of PowerShell: tables of what may stand where, and one block that looks them up."""

from __future__ import annotations

from ctmm_dsl.cli.shells import Commands, Value, taking

POWERSHELL = """\
# PowerShell completion for ctmm: ctmm completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ctmm -ScriptBlock {{
  param($word, $ast, $position)
  $commands = @({commands})
  $flags = @{{
{flags}
  }}
  $values = @{{
{values}
  }}
  $places = @{{
{places}
  }}
  $before = $ast.CommandElements | Select-Object -Skip 1 | Where-Object {{ $_.Extent.EndOffset -lt $position }}
  $typed = @($before | ForEach-Object {{ "$_" }})
  $command = ''; $option = ''; $place = 0
  foreach ($one in $typed) {{
    if ($option) {{ $option = '' }}
    elseif (-not $command) {{ if (-not $one.StartsWith('-')) {{ $command = $one }} }}
    elseif ($values.ContainsKey("$command $one")) {{ $option = $one }}
    elseif (-not $one.StartsWith('-')) {{ $place++ }}
  }}
  $offer = if ($option) {{ $values["$command $option"] }}
    elseif (-not $command) {{ $commands }}
    elseif ($word.StartsWith('-')) {{ $flags[$command] }}
    elseif ($places.ContainsKey("$command $place")) {{ $places["$command $place"] }}
    else {{ $places["$command *"] }}
  if ($offer -is [string]) {{
    $offer = @(ctmm list $offer 2>$null | Where-Object {{ $_ -match '^(\\S+)  ' }} | ForEach-Object {{ $Matches[1] }})
  }}
  @($offer) | Where-Object {{ $_ -and $_.StartsWith($word) }} | ForEach-Object {{
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }}
}}
"""


def powershell(commands: Commands) -> str:
    """Where nothing is offered, PowerShell itself offers files."""
    before, named = commands[0], commands[1:]
    values = [(f"{one.name} {flag}", value) for one in named for flag, value in taking(one)]
    places = [
        (f"{one.name} {'*' if again else number}", value)
        for one in named
        for number, (value, again) in enumerate(one.places)
    ]
    return POWERSHELL.format(
        commands=_words(*(one.name for one in named), *before.flags),
        flags="\n".join(f"    '{one.name}' = @({_words(*one.flags)})" for one in named),
        values="\n".join(f"    '{name}' = {_powershell(value)}" for name, value in values),
        places="\n".join(f"    '{name}' = {_powershell(value)}" for name, value in places),
    )


def _words(*words: str) -> str:
    return ", ".join(f"'{word}'" for word in words)


def _powershell(value: Value) -> str:
    return f"'{value.words[0]}'" if value.kind == "listed" else f"@({_words(*value.words)})"

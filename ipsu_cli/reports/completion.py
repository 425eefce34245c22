"""`ipsu completion`: what a shell runs so that the Tab key fills in commands, options and cases."""

from collections.abc import Sequence

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.table import Column, Table

COLUMNS = (Column("shell"), Column("command"))
# What is typed once to switch it on; it holds in the shells that are opened from then on.
SHELLS = {
    "bash": "ipsu completion bash >> ~/.bashrc",
    "zsh": "ipsu completion zsh >> ~/.zshrc",
    "fish": "ipsu completion fish > ~/.config/fish/completions/ipsu.fish",
    # A new machine has no folder for the profile.
    "powershell": "$null = mkdir -Force (Split-Path $PROFILE); ipsu completion powershell | Add-Content $PROFILE",
}
SCRIPTS = {
    "bash": """\
_ipsu_complete() {
    local IFS=$'\\n'
    COMPREPLY=($(ipsu --complete bash "${COMP_WORDS[@]:1:COMP_CWORD-1}" "=${COMP_WORDS[COMP_CWORD]}" 2>/dev/null))
}
complete -o default -F _ipsu_complete ipsu""",
    "zsh": """\
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
_ipsu_complete() {
    local -a found
    found=("${(@f)$(ipsu --complete zsh "${(@)words[2,CURRENT-1]}" "=${words[CURRENT]}" 2>/dev/null)}")
    if [[ -n "$found[1]" ]]; then _describe ipsu found; else _files; fi
}
compdef _ipsu_complete ipsu""",
    "fish": """\
function __ipsu_complete
    set -l words (commandline -opc)
    ipsu --complete fish $words[2..-1] "="(commandline -ct) 2>/dev/null
end
complete -c ipsu -a '(__ipsu_complete)'""",
    "powershell": """\
Register-ArgumentCompleter -Native -CommandName ipsu -ScriptBlock {
    param($begun, $line, $place)
    $before = $line.CommandElements | Where-Object { $_.Extent.StartOffset -lt $place }
    $words = @($before | Select-Object -Skip 1 | ForEach-Object { "$_" })
    if ($begun -and $words) { $words = @($words | Select-Object -SkipLast 1) }
    ipsu --complete powershell @words "=$begun" | ForEach-Object {
        $word, $about = $_ -split "`t", 2
        if (-not $about) { $about = $word }
        $text = if ($word -match "[ ']") { "'" + $word.Replace("'", "''") + "'" } else { $word }
        [System.Management.Automation.CompletionResult]::new($text, $word, 'ParameterValue', $about)
    }
}""",
}


class CompletionScript(NamedTuple):
    """What a shell runs."""

    shell: str
    script: str


class CompletionShell(NamedTuple):
    """A shell, and what is typed in it once."""

    shell: str
    command: str


class CompletionShells(NamedTuple):
    """The shells that there is a script for."""

    shells: Sequence[CompletionShell]


def completion(shell: str) -> Answer[CompletionScript]:
    """The script for a shell, alone on the screen so that it can be kept in a file."""
    script = SCRIPTS[shell]
    return Answer(CompletionScript(shell, script), [Text("help.page", {"page": script})])


def shells() -> Answer[CompletionShells]:
    """How it is switched on, in each shell."""
    listed = [CompletionShell(shell, command) for shell, command in SHELLS.items()]
    return Answer(CompletionShells(listed), tables=[Table("completion", COLUMNS, listed)])

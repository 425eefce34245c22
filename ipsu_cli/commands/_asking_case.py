"""The questions of `ipsu case add`, in the order in which an assignment from the agency or municipality says them."""

from collections.abc import Sequence

from ipsu_cli.commands._asking import Interview


def leaves_all(args: Sequence[str]) -> bool:
    """Is the command typed alone?"""
    return not args


def ask(asked: Interview) -> None:
    """Ask for a case, step by step."""
    from ipsu_cli.reports import references

    asked.ask("case", demanded=True)
    service = asked.ask("--service", demanded=True).strip().lower().replace("_", "-")
    fitting = references.agreements(asked.office, service)
    if len(fitting) > 1:
        asked.say(", ".join(fitting))
        asked.ask("--agreement", demanded=True)
    asked.ask("--personnummer", demanded=True)
    asked.ask("--name", demanded=True)
    for name in ("gender", *references.asked_of(service), "site", "coach"):
        asked.ask(f"--{name}", "100" if name == "extent" else "")

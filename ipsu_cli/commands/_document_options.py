"""What documents are filed with: option by option, and how each is typed. A type says which of them it has."""

from ipsu_cli.commands._options import SWITCH

DOCUMENT: dict[str, str] = {
    "--period": "MONTH",
    # A final report of IPSU A.
    "--no-mapping": SWITCH,
    # A deviation report.
    "--from": "DATE",
    "--to": "DATE",
    "--known": SWITCH,
    "--unknown": SWITCH,
    "--reason": "TEXT",
    "--activity": "NAME",
    "--expected": "10:00-11:00",
    "--absent": "10:00-10:20",
    "--misconduct": SWITCH,
    # Rusta och matcha: development plan, joint plan, periodic report, results.
    "--goal": "TEXT…",
    "--own-search": "HOURS",
    "--supplier": "HOURS",
    "--mandatory": "NAME=HOURS…",
    "--optional": "NAME=HOURS…",
    "--hours": "NAME=HOURS…",
    "--own-work": "HOURS",
    "--result": "work|studies",
    "--learned": "DATE",
}
# What a draft is begun with: the options of a deviation report.
DRAFT = {
    name: DOCUMENT[name]
    for name in (
        "--from", "--to", "--known", "--unknown", "--reason", "--activity", "--expected", "--absent", "--misconduct",
    )
}  # fmt: skip

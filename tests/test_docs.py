"""The pages say what the program has."""

from pathlib import Path

from ipsu_cli.read.kinds import KINDS

DOCS = Path(__file__).resolve().parent.parent / "ipsu_cli" / "docs"


def test_the_import_page_lists_every_column_of_every_kind() -> None:
    wanted = [
        f"| {kind.name} | {column} | {swedish} | {'yes' if column in kind.required else ''} |"
        for kind in KINDS.values()
        for column, swedish in kind.columns.items()
    ]
    page = (DOCS / "import.md").read_text(encoding="utf-8").splitlines()
    listed = [line for line in page if line.split(" | ")[0].strip("| ") in KINDS]
    assert wanted == listed


def test_every_page_begins_with_what_it_is_about() -> None:
    for page in DOCS.glob("*.md"):
        assert page.read_text(encoding="utf-8").startswith("# "), page.name


def test_the_decisions_give_a_reason_for_every_library() -> None:
    import tomllib

    project = tomllib.loads((DOCS.parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {each.partition(">")[0].partition("<")[0] for each in project["dependencies"]}
    decisions = (DOCS / "decisions.md").read_text(encoding="utf-8")
    assert set() == {name for name in names if f"| {name} |" not in decisions}

"""The tests lie as the code does: a test file is named by the module that it is about."""

from pathlib import Path

HERE = Path(__file__).resolve().parent
HOUSE = HERE.parent / "ipsu_cli"
FLOORS = ("core", "flows", "read", "reports", "rules", "store", "write")
# About more than one module, or about a folder as a whole.
ACROSS = {
    "core/test_hours_and_dates.py": "hours, money, dates and weeks as they are typed",
    "flows/test_fidelity_surveys_and_funding.py": "what is measured and paid for, entered and taken back",
    "flows/test_encrypt_broken_off.py": "a file that is replaced: who waits, what a kill leaves, which copies stay",
    "flows/test_history.py": "what the register said before a change, over several flows",
    "flows/test_invoice_ledger.py": "an invoice through all its steps, against a plain model",
    "flows/test_vouchers.py": "the books: every voucher, in every state of an invoice",
    "flows/test_placement.py": "a placement by the month, from its plan to its result",
    "flows/test_registered_in_error.py": "what no command and no list takes a case for",
    "reports/test_books.py": "the ledger that reads every package, against the register",
    "reports/test_kpi_following_up.py": "the key figures of the municipalities' services",
    "reports/test_kpi_hide.py": "what is hidden of key figures that are given, without a register",
    "reports/test_kpi_oracle.py": "the key figures, counted a second time in plain Python",
    "reports/test_lists.py": "what the lists have in common",
    "reports/test_money_machine.py": "every krona in its step, whatever is done, next to a plain model",
    "reports/test_registers.py": "two registers against what was printed",
    "reports/test_rejections_model.py": "rejections and delays, whatever is done, next to a plain model",
    "reports/test_report_workbooks.py": "the workbooks of all reports",
    "reports/test_tables.py": "every table against its JSON",
    "reports/test_todo_office.py": "the sample office's year against a table made by hand",
    "reports/test_year.py": "the sample office's year, from the work to the money and the books",
    "rules/test_changes.py": "what changes from a day on, on each side of the day",
    "rules/test_levels.py": "which rules stop and which warn, and what each service asks for",
    "rules/test_new_service.py": "a service that is not there yet",
    "rules/test_rules.py": "every rule, by the cases of the files next to it",
    "store/test_released_files.py": "files of earlier versions",
}


def test_a_test_file_is_named_by_its_module() -> None:
    found = {str(path.relative_to(HERE)) for floor in FLOORS for path in (HERE / floor).rglob("test_*.py")}
    assert ACROSS.keys() == {name for name in found if not _module(name).exists()}


def _module(name: str) -> Path:
    """The module, or the package, that a test file is named by."""
    place = HOUSE / Path(name).parent / Path(name).name.removeprefix("test_")
    return place if place.exists() else place.with_suffix("")


def test_a_file_of_cases_is_named_by_its_rules() -> None:
    cases = {path.relative_to(HERE / "rules").with_suffix(".py") for path in (HERE / "rules").rglob("*.toml")}
    assert [] == sorted(path for path in cases if not (HOUSE / "rules" / path).exists())

"""A view: a question under a plain name, whose columns say nothing of who somebody is.

A view is declared by its columns and by where their values stand; the question, the table that it fills and its page in
`docs/database.md` follow from that.
"""

from ipsu_cli.core.named_tuple import NamedTuple

# Kinds of columns. ORE and HUNDREDTHS are whole numbers, and each has a column of text next to it, exact to the digit.
TEXT, DAY, COUNT, FLAG, ORE, HUNDREDTHS = "text", "day", "count", "flag", "ore", "hundredths"
NUMBERS = (COUNT, FLAG, ORE, HUNDREDTHS)
# Of the whole numbers, what the name of the column ends in, and what that of the text next to it does.
ENDINGS = {ORE: ("_ore", "_kr"), HUNDREDTHS: ("_hundredths", "")}

# The columns by which a row of a view is known: in all of them, and in its own alone.
HOMES = {"case_ref": "cases", "invoice": "invoices"}
NUMBER = "id"

# Cases that were registered in error count in no list. The person says only whether something is hidden.
CASE = """
    JOIN cases c ON c.id = {id} AND c.close_reason IS NOT 'registered_in_error'
    JOIN people p ON p.id = c.person_id
"""


class ViewColumn(NamedTuple):
    """A column: its name, its kind, and the SQL of its value. `hidden`: it is empty for a protected person."""

    name: str
    kind: str
    value: str
    hidden: bool = False

    @property
    def fields(self) -> tuple["ViewField", ...]:
        """What stands in the view for it: one field, of a whole number of öre or hundredths its text too."""
        value = f"CASE WHEN p.protected THEN NULL ELSE {self.value} END" if self.hidden else self.value
        if self.kind not in ENDINGS:
            return (ViewField(self.name, self.kind, value),)
        whole, text = ENDINGS[self.kind]
        return (
            ViewField(self.name + whole, self.kind, value),
            ViewField(self.name + text, TEXT, _with_decimals(value)),
        )


class ViewField(NamedTuple):
    """A column as it is asked for: its name, the kind of its values, and the SQL that gives them."""

    name: str
    kind: str
    value: str

    @property
    def type(self) -> str:
        """The type of its values in SQLite."""
        return "INTEGER" if self.kind in NUMBERS else "TEXT"


class View(NamedTuple):
    """A view: its name, its columns, and the tables that they stand in, from `FROM` on."""

    name: str
    origin: str
    columns: tuple[ViewColumn, ...]

    @property
    def fields(self) -> tuple[ViewField, ...]:
        """What can be asked for, in order."""
        return tuple(field for column in self.columns for field in column.fields)

    @property
    def question(self) -> str:
        """The SQL of its rows; `:today` is the day on which a state is judged."""
        values = ",\n".join(f"{field.value} AS {field.name}" for field in self.fields)
        return f"SELECT {values}\n{self.origin}"

    @property
    def table(self) -> str:
        """The SQL of a table for its rows."""
        return f"CREATE TABLE {self.name} ({', '.join(map(self._declared, self.fields))})"

    def _declared(self, field: ViewField) -> str:
        """A column; what leads to a row of another view says so."""
        home = HOMES.get(field.name)
        own = home == self.name or field.name == NUMBER
        key = " PRIMARY KEY" if own else f" REFERENCES {home}({field.name})" if home else ""
        return f"{field.name} {field.type}{key}"


def _with_decimals(value: str) -> str:
    """The SQL of a number of hundredths as text: 1234 is 12.34; NULL stays NULL."""
    return (
        f"CASE WHEN {value} IS NOT NULL THEN printf('%s%d.%02d', CASE WHEN {value} < 0 THEN '-' ELSE '' END,"
        f" abs({value}) / 100, abs({value}) % 100) END"
    )


def text(name: str, value: str, *, hidden: bool = False) -> ViewColumn:
    """A column of text, or of a code."""
    return ViewColumn(name, TEXT, value, hidden)


def day(name: str, value: str) -> ViewColumn:
    """A column of days, as 2026-03-09."""
    return ViewColumn(name, DAY, value)


def count(name: str, value: str) -> ViewColumn:
    """A column of whole numbers."""
    return ViewColumn(name, COUNT, value)


def flag(name: str, value: str) -> ViewColumn:
    """A column of yes (1) and no (0)."""
    return ViewColumn(name, FLAG, value)


def ore(name: str, value: str) -> ViewColumn:
    """A column of money."""
    return ViewColumn(name, ORE, value)


def hundredths(name: str, value: str) -> ViewColumn:
    """A column of hours, or of another number with two decimals."""
    return ViewColumn(name, HUNDREDTHS, value)


def number_of(invoice: str) -> str:
    """The SQL of an invoice's number, as 2026-0001; NULL where there is none."""
    return f"CASE WHEN {invoice}.no IS NOT NULL THEN printf('%d-%04d', {invoice}.year, {invoice}.no) END"

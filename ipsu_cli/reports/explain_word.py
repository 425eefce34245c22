"""What a word of the program means that is no rule: a setting, a type of document, a step where money stands."""

from collections.abc import Iterator, Sequence
from string import Formatter

from ipsu_cli.core.answer import Text
from ipsu_cli.core.money_trail import STEPS
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.setting import DEFAULTS
from ipsu_cli.core.table import Table
from ipsu_cli.locale import known, say
from ipsu_cli.reports.explain_rule import facts_table
from ipsu_cli.rules import services, systems
from ipsu_cli.rules.model import DocumentType
from ipsu_cli.store import invariants

# What the codes of steps begin with: what comes next in a case, and where money stands.
MONEY = "money."
NEXT_STEPS = ("next.", MONEY)
# What is asked for with a document, where its type does not say how it is typed.
TYPED = {"from": "--from DATE", "to": "--to DATE", "known": "--known", "result": "--result work"}


class WordExplained(NamedTuple):
    """A refusal or a warning that no rule of an agreement gives (`message`), a setting, a type of document, a service,
    what `ipsu check` holds a file to (`invariant`), or a step that waits in a case or in `report money`
    (`information`): what it says or decides, and the commands that have to do with it."""

    code: str
    rule: None
    level: str
    demand: Text
    why: None
    commands: Sequence[str]

    @property
    def table(self) -> Table:
        """The same for a person."""
        rows = [(Text("column.level"), Text(f"code.{self.level}")), (Text("column.about"), self.demand)]
        return facts_table(self.code, [*rows, *((Text("column.command"), command) for command in self.commands)])


def words_of(asked: str) -> list[WordExplained]:
    """What a word means; nothing where it is none of these."""
    found = [_problem(asked), _setting(asked), _document(asked), _service(asked), _step(asked), _invariant(asked)]
    return [word for word in found if word]


def code_word(code: str) -> WordExplained:
    """A value that a fact may have: how it is shown."""
    says = Text("message.explain-code", {"word": Text(f"code.{code}")})
    return WordExplained(code, None, "information", says, None, ())


def all_words() -> list[str]:
    """The settings, types, services and steps that there are."""
    types = dict.fromkeys(kind.type for kind in services.all_documents())
    return [*DEFAULTS, *types, *services.codes(), *invariants.CODES, *(f"{MONEY}{step}" for step in STEPS)]


def _problem(asked: str) -> WordExplained | None:
    name = f"problem.{asked}"
    return WordExplained(asked, None, "message", _blank(name), None, ()) if known(name, "sv") else None


# Which setting named the file that is missing, if one did.
MOSTLY_EMPTY = "named_by"


def _blank(name: str) -> Text:
    """A text with its figures left open."""
    fields = {field for _, field, _, _ in Formatter().parse(say(name, "sv")) if field}
    return Text(name, {field: "" if field == MOSTLY_EMPTY else "…" for field in sorted(fields)})


def _setting(asked: str) -> WordExplained | None:
    if asked not in DEFAULTS:
        return None
    commands = [f"ipsu setting set {asked} VALUE", "ipsu setting list"]
    return WordExplained(asked, None, "setting", Text(f"setting.{asked}"), None, commands)


def _document(asked: str) -> WordExplained | None:
    kinds = [kind for kind in services.all_documents() if kind.type == asked]
    if not kinds:
        return None
    figures = {"label": kinds[0].label or asked, "services": _having(asked)}
    commands = dict.fromkeys(command for kind in kinds for command in _commands(kind))
    return WordExplained(asked, None, "document", Text("message.explain-document", figures), None, list(commands))


def _commands(kind: DocumentType) -> Iterator[str]:
    if kind.plan:
        yield "ipsu plan set CASE WEEKS=HOURS"
    month = "--period MONTH" if kind.monthly else ""
    asked_for = kind.typed or " ".join(typed for option, typed in TYPED.items() if option in kind.options)
    yield " ".join(filter(None, ["ipsu document submit CASE", kind.type, month, asked_for]))
    if kind.answered:
        yield f"ipsu document confirm CASE {kind.type}"


def _having(type: str) -> list[Text]:
    """The services that have a type of their own, and the systems that do."""
    own = [code for code in services.codes() if services.service(code).document(type)]
    own += [code for code in systems.codes() if any(kind.type == type for kind in systems.system(code).documents)]
    return [Text(f"code.{code}") for code in own]


def _service(asked: str) -> WordExplained | None:
    if asked not in services.codes():
        return None
    service = services.service(asked)
    types = [kind.type for kind in service.documents]
    says = Text("message.explain-service", {"label": Text(f"code.{asked}"), "documents": types})
    commands = [f"ipsu agreement add AGREEMENT --service {service.agreement} --area AREA --from DATE"]
    commands.append(f"ipsu case add CASE --service {asked} --personnummer PNR --name NAME")
    return WordExplained(asked, None, "service", says, None, commands)


def _invariant(asked: str) -> WordExplained | None:
    if asked not in invariants.CODES:
        return None
    return WordExplained(asked, None, "invariant", Text(f"check.{asked}.demand"), None, ["ipsu check"])


def _step(asked: str) -> WordExplained | None:
    """A step, also of money by its name alone."""
    code = f"{MONEY}{asked}" if asked in STEPS else asked
    name = f"message.{code.replace(MONEY, 'money-')}"
    if not code.startswith(NEXT_STEPS) or not known(name, "sv"):
        return None
    step = code.removeprefix(MONEY)
    commands = [f"ipsu report money --step {step}"] if step in STEPS else []
    return WordExplained(code, None, "information", _blank(name), None, commands)

"""What a rule is, what it finds, and where it comes from."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, Never, TypeAlias, TypeGuard, TypeVar

from ipsu_cli.core.close_reason import IN_ERROR
from ipsu_cli.core.dated import Dated
from ipsu_cli.core.demands import Ages
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.role import Role
from ipsu_cli.core.section import Section
from ipsu_cli.core.source import Source

F = TypeVar("F")
F_contra = TypeVar("F_contra", contravariant=True)


Violation = dict[str, Any]


def violation(**figures: Any) -> Violation:
    """One thing that is wrong, as a rule yields it: the figures that say so. A `number` among them is where the
    sources ask for just this, where the rule gathers what stands in several places; a `fix` is what puts just this
    right, where that is not what the rule says."""
    return figures


class Act(Generic[F_contra]):
    """What is judged, and on which facts (`Act[CaseFacts]`): a rule is registered on an act, and the type checker holds
    the two together. `shared` is the file of the rules that judge it whichever the service, None where there are none.
    """

    def __init__(self, name: str, *, shared: str | None = None) -> None:
        self.name = name
        self.shared = shared

    def own(self, rules: Iterable["AnyRule"]) -> "tuple[Rule[F_contra], ...]":
        """Those of `rules` that judge this act, in their order."""
        return tuple(rule for rule in rules if self._is_judged_by(rule))

    def _is_judged_by(self, rule: "AnyRule") -> "TypeGuard[Rule[F_contra]]":
        return rule.act is self


class Rule(NamedTuple, Generic[F_contra]):
    """A rule with its code, its number in the sources, and its source.

    `level` is `stop` or `warn`. `missing` marks a rule that asks for something that is not there yet.
    `fix` is the command that puts it right, with the names of figures in braces. `dated` are the values that it
    judges by, where an agreement or a law can change them. `by_set`: many deliveries of hours can be judged at once.
    Where it finds nothing in the smallest of them, on their first day and on their last, with all the others entered
    before it, it finds nothing in any of them; and of a case and its plan it reads nothing but `SetOfHours` has.
    """

    act: Act[F_contra]
    code: str
    number: str
    source: Source
    level: str
    missing: bool
    fix: str | None
    judge: Callable[[F_contra], Iterator[Violation]]
    dated: tuple[Dated[object], ...] = ()
    by_set: bool = False

    def __call__(self, facts: F_contra) -> list[Violation]:
        """All that the rule finds wrong in `facts`; nothing when all is well."""
        return list(self.judge(facts))

    @property
    def demand(self) -> str:
        """What it demands, in English: the first paragraph of its docstring. Python without docstrings (`-OO`) leaves
        its name, which reads as a sentence too."""
        text = self.judge.__doc__ or f"{self.judge.__name__.replace('_', ' ').capitalize()}."
        return " ".join(text.partition("\n\n")[0].split())


# A rule of any act: it can be listed, and asked which act it judges, but only `Act.own` gives it facts to judge.
AnyRule: TypeAlias = Rule[Never]
Rules: TypeAlias = tuple[AnyRule, ...]


def rule(
    act: Act[F],
    code: str,
    number: str,
    source: Source,
    *,
    warn: bool = False,
    missing: bool = False,
    fix: str | None = None,
    dated: tuple[Dated[object], ...] = (),
    by_set: bool = False,
) -> Callable[[Callable[[F], Iterator[Violation]]], Rule[F]]:
    """Make the function a rule on the facts of `act`. Its name reads as a sentence that is true when all is well, and
    the first paragraph of its docstring is what it demands, as `ipsu explain` shows it in English."""

    def made(judge: Callable[[F], Iterator[Violation]]) -> Rule[F]:
        return Rule(act, code, number, source, "warn" if warn else "stop", missing, fix, judge, dated, by_set)

    return made


def restated(rules: Iterable[Rule[F]], number: str, source: Source) -> tuple[Rule[F], ...]:
    """The same rules where the sources state them once more: under another number, in another place."""
    return tuple(rule._replace(number=number, source=source) for rule in rules)


class DocumentType(NamedTuple):
    """A document that a service has. `role` is what it is for: the program asks for a document by its role.
    `required`: it is missing until it is there. `due_days`: the working days after the period's first day by which it
    is in time, None where the sources give no day. `plan`: it is the weekly plan itself, so a version is planned.
    `label` is its official name, `sections` what it says, where it can be written here.

    `closing`: it is for when the period has ended.
    `options` are those that it is filed with, `typed` how those are typed that it cannot do without. `monthly`: one
    is asked for each month that the period touches. `single`: each is its own, no version of another.
    `leaves_out`: activities that do not belong in it. `answered`: the agency confirms it or sends it back.
    """

    type: str
    role: Role = Role.OTHER
    required: bool = False
    due_days: Dated[int] | None = None
    plan: bool = False
    label: str = ""
    sections: tuple[Section, ...] = ()
    closing: bool = False
    options: tuple[str, ...] = ()
    typed: str = ""
    monthly: bool = False
    single: bool = False
    leaves_out: tuple[str, ...] = ()
    answered: bool = True

    @property
    def ends_with_case(self) -> bool:
        """Is it demanded, and due when the period or the case ends?"""
        return self.closing and self.required

    @property
    def lasting(self) -> bool:
        """Does an older version stand when the agency returns a newer one? What it does not answer is the office's
        own plan, of no month."""
        return not (self.answered or self.monthly)

    @property
    def result(self) -> bool:
        """Is it, once confirmed, a delivery of one result?"""
        return self.role is Role.RESULT


DEVIATION_OPTIONS = ("from", "to", "known", "reason")
AGENCY_REASONS = (
    "completed", "interrupted", "work", "studies", "withdrew", "changed_supplier", "other", IN_ERROR,
)  # fmt: skip


# What ends a wait, and what ends the support, in the municipalities' services. What was registered in error counts in
# no figure, list or reminder, whatever the service.
QUEUE_REASONS = ("referred_on", "declined", "not_target_group", "other", IN_ERROR)
SUPPORT_REASONS = (
    "work", "studies", "work_and_studies", "stable_no_need", "withdrew", "pause_requested", "referred_on",
    "no_progress", "other", IN_ERROR,
)  # fmt: skip


class Service(NamedTuple):
    """A service: how it is called, how it is counted, its documents and its reasons to close.

    `unit` is what a delivery is counted in, None where nothing is delivered. `agreement` is the service that its
    agreements are on. `trains`: it runs alongside a training. `planned`: its hours are planned by the week.
    `queued`: people wait for it, and support begins with `case start`; `queue_reasons` are the reasons to leave
    the queue without support. `systems` are those in which the agency may want it reported.
    `aids`: participants have aids on loan. `units` are all that a delivery may be counted in, where there are
    several; `levels` those of its prices; `periods` how many decisions on a period there can be.
    `ages` are those of the people that it is for, `checks` what is demanded of them before the support, where their
    agreement does not say otherwise.
    """

    label: str
    unit: str | None
    documents: tuple[DocumentType, ...]
    agreement: str
    trains: bool = False
    planned: bool = False
    reasons: tuple[str, ...] = AGENCY_REASONS
    queued: bool = False
    queue_reasons: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    aids: bool = False
    units: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    periods: int = 1
    ages: Dated[Ages] | None = None
    checks: tuple[str, ...] = ()

    @property
    def priced(self) -> tuple[str, ...]:
        """The units that a price can be for."""
        return self.units or tuple(filter(None, [self.unit]))

    @property
    def paid_by_result(self) -> bool:
        """Is a result that the agency has approved paid for?"""
        return "result" in self.priced

    @property
    def whole(self) -> bool:
        """Is a case delivered as a whole, once?"""
        return self.unit == "case"

    @property
    def by_month(self) -> bool:
        """Is a case delivered by the month?"""
        return "month" in self.priced

    @property
    def asked(self) -> tuple[str, ...]:
        """The facts that a case is asked for when it is entered, in the order in which an assignment says them."""
        facts: list[str] = [] if self.queued else ["from", "to"]
        if self.trains and self.whole:
            facts += ["meeting", "mapping-agreed", "decision"]
        if self.trains:
            facts += ["training", "training-type", "training-from", "training-to"]
        if self.trains and self.planned:
            facts += ["after"]
        if self.systems:
            facts += ["system", "extent"]
        if self.levels:
            facts += ["level"]
        if self.queued:
            facts += ["queued", "municipality", *(check.replace("_", "-") for check in self.checks)]
        return tuple(facts)

    def document(self, type: str) -> DocumentType | None:
        """The document of that type, or None if the service lacks it."""
        return next((document for document in self.documents if document.type == type), None)


class System(NamedTuple):
    """A system in which the agency wants a placement reported: what it has and asks for that others do not.

    `billing` is how what is reported there is invoiced. `own_row` is a row of its form for what the participant
    does alone, `own_work` whether it is asked for. `calendar`: its form has one.
    """

    label: str
    documents: tuple[DocumentType, ...]
    billing: str
    own_row: str | None = None
    own_work: Dated[bool] | None = None
    calendar: bool = False

"""Hours of many cases, as a file brings them in: judged case by case, all of a case together where that is enough."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from ipsu_cli.core.case import Case
from ipsu_cli.core.close_reason import IN_ERROR
from ipsu_cli.core.dates import Month, Week
from ipsu_cli.core.hours import Hours
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.plan import Plan
from ipsu_cli.core.problem import Problem, Refused
from ipsu_cli.core.role import Role
from ipsu_cli.core.tick import Tick
from ipsu_cli.flows.deliver_hours import HoursOfCase, week_days
from ipsu_cli.flows.hours_rows import BY_ITSELF, LEFT_OUT, DaySpan, HoursRows
from ipsu_cli.flows.import_warnings import RowWarnings, typed_before
from ipsu_cli.read.file_rows import FileRow
from ipsu_cli.rules import acts, services
from ipsu_cli.rules.facts.delivery import DeliverFacts
from ipsu_cli.store import Writing, case_hours, cases, deliveries
from ipsu_cli.store.case_hours import CaseTerms, Terms
from ipsu_cli.store.rows import day
from ipsu_cli.validation import check
from ipsu_cli.validation.hours_together import Extent, SetOfHours, are_clear, are_judged_together

CASES_AT_ONCE = 2_000
MOST_OVERLAPPING = 8
TypedHours = dict[tuple[dt.date, dt.date, int], list[int]]


class Hearing(NamedTuple):
    """Who hears of what is unusual in a row and why one is refused, and the row at a place."""

    warned: RowWarnings
    refused: Callable[[int, Problem], None]
    row: Callable[[int], FileRow]


class HoursJudge:
    """Gives each row the span that it lies on; one that is refused is left out, and one that is not of planned hours
    is for the command to judge."""

    def __init__(self, store: Writing, today: dt.date, rows: HoursRows, hearing: Hearing) -> None:
        self._store, self._today, self._rows, self._hearing = store, today, rows, hearing
        self._typed: dict[int, TypedHours] = {}
        self._clear: dict[Terms, SetOfHours] = {}
        self._extents: dict[tuple[str | None, str | None], dict[Week, int]] = {}
        self._spans_of_weeks: dict[tuple[Terms, int], int | None] = {}
        self._spans_of_days: list[int] = []

    def judge(self, tick: Tick) -> dict[int, int]:
        """Judge all rows. Gives the id of each case of which any are entered, by the place of the case. `tick` hears
        how many rows are judged."""
        entered: dict[int, int] = {}
        done = 0
        self._spans_of_days = [self._rows.spans.of(DaySpan(day, day)) for day in self._rows.days.listed]
        grouped = self._rows.by_case()
        while some := dict(islice(grouped, CASES_AT_ONCE)):
            refs = {self._rows.refs.listed[place]: rows for place, rows in some.items()}
            for case in case_hours.of_cases(self._store, refs, services.types_of(Role.DEVIATION)):
                rows = refs.pop(case.ref)
                if self._judge_case(case, rows):
                    entered[self._rows.cases[rows[0]]] = case.id
                done += len(rows)
                tick(done, len(self._rows))
            for rows in refs.values():
                self._leave(rows)
        return entered

    def _judge_case(self, case: CaseTerms, rows: list[int]) -> bool:
        """Judge the rows of a case: are any of them entered?"""
        if case.terms.close_reason == IN_ERROR or not services.service(case.terms.service).planned:
            self._leave(rows)
            return False
        return self._are_clear(case, rows) or self._one_by_one(case, rows)

    def _leave(self, rows: Sequence[int]) -> None:
        """For the command, which tells what is wrong with the case, or knows what else it is given."""
        for index in rows:
            self._rows.placed[index] = BY_ITSELF

    # --- one by one ---

    def _one_by_one(self, case: CaseTerms, rows: list[int]) -> bool:
        """Judge each row after those before it: are any of them entered?"""
        found = HoursOfCase(self._store, cases.get(self._store, case.ref), self._today)
        typed = self._typed_in(case)
        for index in rows:
            self._rows.placed[index] = LEFT_OUT
            try:
                self._judge_row(found, index, typed)
            except Problem as problem:
                self._hearing.refused(index, problem)
        return any(self._rows.placed[index] != LEFT_OUT for index in rows)

    def _judge_row(self, found: HoursOfCase, index: int, typed: TypedHours) -> None:
        """Judge a row, and count it in. Raises `Problem` where it is refused."""
        rows = self._rows
        when, hours = rows.whens[index], Hours(rows.hours[index])
        span = self._week_days(found.case, when) if when < 0 else rows.spans.listed[self._spans_of_days[when]]
        facts = found.facts(hours, span)
        warnings = check(acts.DELIVER, found.case.service, facts)
        if there := typed.get((*span, hours.hundredths)):
            warnings.append(typed_before(self._hearing.row(index), facts, there.pop(0)))
        found.done.count(span.first, span.last, hours)
        rows.placed[index] = rows.spans.of(span)
        self._hearing.warned.add(rows.positions[index], warnings)

    def _typed_in(self, case: CaseTerms) -> TypedHours:
        """What somebody typed in the case before, without what earlier rows were found to be."""
        if case.id not in self._typed:
            self._typed[case.id] = deliveries.typed_hours(self._store, case.id) if case.worked else {}
        return self._typed[case.id]

    def _week_days(self, case: Case, when: int) -> DaySpan:
        return DaySpan(*week_days(self._store, case, self._rows.weeks.listed[~when], self._today))

    # --- all together ---

    def _are_clear(self, case: CaseTerms, rows: list[int]) -> bool:
        """Do the rules find nothing in any of the rows of a case? Then each has its span."""
        hours = None if case.apart or not are_judged_together(case.terms.service) else self._set(case, rows)
        if hours is None:
            return False
        known = self._clear.get(case.terms)
        wider = known.joined(hours) if known else hours
        if wider == known:
            return True
        one = self._facts(case)
        if are_clear(one, wider):
            self._clear[case.terms] = wider
            return True
        return known is not None and are_clear(one, hours)

    def _facts(self, case: CaseTerms) -> DeliverFacts:
        """The facts that all deliveries of the case share."""
        return DeliverFacts(
            case=cases.get(self._store, case.ref),
            from_day=self._today,
            to_day=self._today,
            today=self._today,
            plan=_plan(case.terms),
            agreement_ends=day(case.terms.agreement_ends),
        )

    def _set(self, case: CaseTerms, rows: list[int]) -> SetOfHours | None:
        """The rows as a set; None where each has to be judged by itself: one lies in a week without a plan or in two
        months, was typed before, or more of them overlap than weeks and single days do."""
        own = self._by_span(case, rows)
        if own is None or self._any_typed(case, rows):
            return None
        everything = self._with_delivered(case, own)
        extents = self._by_extent(case.terms, own, everything)
        within = self._within(everything)
        if extents is None or within is None:
            return None
        spans = [self._rows.spans.listed[place] for place in own]
        hours = self._rows.hours
        return SetOfHours(
            first=min(spans).first,
            last=max(span.last for span in spans),
            least=min([hours[index] for index in rows]),
            total=sum(everything.values()),
            extents=extents,
            spans=within,
        )

    def _any_typed(self, case: CaseTerms, rows: list[int]) -> bool:
        """Were the hours of any of the rows typed before?"""
        typed = self._typed_in(case) if case.worked else {}
        spans, placed, hours = self._rows.spans.listed, self._rows.placed, self._rows.hours
        return bool(typed) and any(typed.get((*spans[placed[index]], hours[index])) for index in rows)

    def _by_span(self, case: CaseTerms, rows: list[int]) -> dict[int, int] | None:
        """The hours of the rows on each span, by its place."""
        whens, hours, placed = self._rows.whens, self._rows.hours, self._rows.placed
        found: dict[int, int] = {}
        for index in rows:
            when = whens[index]
            span = self._spans_of_days[when] if when >= 0 else self._span_of_week(case, when)
            if span is None:
                return None
            placed[index] = span
            found[span] = found.get(span, 0) + hours[index]
        return found

    def _span_of_week(self, case: CaseTerms, when: int) -> int | None:
        """The place of the days that a week has in the cases of these terms; None where they are refused, or may be."""
        key = case.terms, when
        if key not in self._spans_of_weeks:
            self._spans_of_weeks[key] = self._found_span(case, when)
        return self._spans_of_weeks[key]

    def _found_span(self, case: CaseTerms, when: int) -> int | None:
        try:
            span = self._week_days(cases.get(self._store, case.ref), when)
        except Refused:
            return None
        return self._rows.spans.of(span) if Month.of(span.first) == Month.of(span.last) else None

    def _with_delivered(self, case: CaseTerms, own: dict[int, int]) -> dict[int, int]:
        """The same with what was delivered before."""
        if not case.worked:
            return own
        everything = own.copy()
        for days, hours in deliveries.Delivered(self._store, case.id).by_day.items():
            place = self._rows.spans.of(DaySpan(*days))
            everything[place] = everything.get(place, 0) + hours.hundredths
        return everything

    def _by_extent(self, terms: Terms, own: Iterable[int], everything: Mapping[int, int]) -> dict[int, Extent] | None:
        """What the weeks of each extent come to; None where a row lies in a week that does not count."""
        planned, week_of = self._extents_of(terms), self._rows.spans.weeks
        by_week: dict[Week, int] = {}
        for place, hours in everything.items():
            week = week_of[place]
            by_week[week] = by_week.get(week, 0) + hours
        if not all(week_of[place] in planned for place in own):
            return None
        fullest: dict[int, int] = {}
        total: dict[int, int] = {}
        for week, hours in by_week.items():
            extent = planned.get(week)
            if extent is not None:
                fullest[extent] = max(fullest.get(extent, 0), hours)
                total[extent] = total.get(extent, 0) + hours
        return {extent: Extent(fullest[extent], total[extent]) for extent in total}

    def _extents_of(self, terms: Terms) -> dict[Week, int]:
        """The extent of each week that counts in cases of these terms, in hundredths."""
        key = terms.weeks, terms.to_day
        if key not in self._extents:
            plan = _plan(terms)
            weeks = plan.counting(day(terms.to_day)) if plan else {}
            self._extents[key] = {week: hours.hundredths for week, hours in weeks.items()}
        return self._extents[key]

    def _within(self, everything: Mapping[int, int]) -> dict[int, int] | None:
        """What lies at the most within so many days in a row."""
        spans = self._rows.spans
        if all(spans.days[place] == 1 for place in everything):
            return {1: max(everything.values())}
        return most_within({spans.listed[place]: hours for place, hours in everything.items()})


def most_within(hours: Mapping[DaySpan, int]) -> dict[int, int] | None:
    """What lies at the most within so many days in a row, of days that one or several spans cover from end to end; None
    where too many overlap."""
    found: dict[int, int] = {}
    for cluster in _clusters(sorted(hours)):
        if len(cluster) > MOST_OVERLAPPING:
            return None
        for first, last in product({span.first for span in cluster}, {span.last for span in cluster}):
            inside = sum(hours[span] for span in cluster if first <= span.first and span.last <= last)
            days = (last - first).days + 1
            if days > 0:
                found[days] = max(found.get(days, inside), inside)
    return found


def _clusters(spans: Iterable[DaySpan]) -> Iterator[list[DaySpan]]:
    """Spans that share days with each other, or with one that does, and so on. They come in the order of their days."""
    cluster: list[DaySpan] = []
    for span in spans:
        if cluster and span.first > max(other.last for other in cluster):
            yield cluster
            cluster = []
        cluster.append(span)
    if cluster:
        yield cluster


def _plan(terms: Terms) -> Plan | None:
    """The plan in force, of which its weeks are known."""
    weeks = case_hours.weeks_in(terms.weeks)
    return Plan(1, "", None, None, None, weeks) if weeks else None

"""`ipsu report …`: each report takes the same options."""

from ipsu_cli.commands._options import group
from ipsu_cli.commands._report_options import Asked, above, report
from ipsu_cli.core.answer import Answer

app = group()


def _write_kpis(asked: Asked, answer: Answer) -> None:
    from ipsu_cli.write.forms.kpi import write_kpis

    assert asked.excel is not None
    own = asked.office
    write_kpis(asked.excel, answer.tables, answer.months, own.own_lang, asked.force, own.today, above(asked.wanted))


@report(app, _write_kpis)
def kpi(asked: Asked) -> Answer:
    from ipsu_cli.reports.kpi import report_kpi

    return report_kpi(asked.office, asked.wanted._replace(months=bool(asked.excel)))


@report(app)
def hours(asked: Asked) -> Answer:
    from ipsu_cli.reports.hours import report_hours

    return report_hours(asked.office, asked.wanted)


@report(app)
def invoices(asked: Asked) -> Answer:
    from ipsu_cli.reports.expected import report_invoices

    return report_invoices(asked.office, asked.wanted)


@report(app)
def deadlines(asked: Asked) -> Answer:
    from ipsu_cli.reports.deadlines import report_deadlines

    return report_deadlines(asked.office, asked.wanted)

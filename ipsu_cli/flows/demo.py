"""`ipsu demo`: an invented office in a folder of its own, and its month."""

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ipsu_cli.core import interrupt
from ipsu_cli.core.answer import Answer
from ipsu_cli.core.basis import InvoiceBasis
from ipsu_cli.core.dates import Month
from ipsu_cli.core.problem import BadFile, Refused, SavedAnyway, Surroundings
from ipsu_cli.core.unfinished import sync_folder, unfinished
from ipsu_cli.flows import import_, init, invoice_build
from ipsu_cli.flows.demo_year import DemoYear
from ipsu_cli.flows.export_package import Folder
from ipsu_cli.office import Office
from ipsu_cli.read.input_file import InputFile
from ipsu_cli.reports.basis import basis

# The day that the sample data was made: everything in it lies before.
TODAY = dt.date(2026, 11, 2)
MONTH = Month("2026-10")
# Documents come before plans: the first GP of IPSU B follows the final report of the mapping.
ORDER = ("agreements", "prices", "cases", "documents", "plans", "deliveries")
PLACEMENTS = "rusta-matcha"
AGENCY = "agency"
# What the coaches enter on the day itself, when October is built.
DAY = "day"
HERE = Path(__file__).parent.parent
FOLDERS = (HERE / "sample_data", HERE.parent / "sample_data")
ORGNR = "556677-8899"
DB = "ipsu.db"
NAME = "Stegvis Stöd AB"


def folder(typed: str | None) -> Path:
    """The folder of the demo: the one that is named, new or empty, else the first free `ipsu-demo`."""
    if typed:
        chosen = Path(typed)
        if chosen.exists() and (not chosen.is_dir() or any(chosen.iterdir())):
            raise Refused("demo.folder-taken", path=typed)
    else:
        names = ["ipsu-demo", *(f"ipsu-demo-{n}" for n in range(2, 1000))]
        chosen = next(Path(name) for name in names if not Path(name).exists())
    return chosen


@contextmanager
def made_whole(office: Office, chosen: Path) -> Iterator[Path]:
    """A folder to fill that becomes the `chosen` one at the end of the block: a demo is there whole, or not at all.

    Into a folder that is there its files are moved, the office last.
    """
    made = unfinished(chosen if chosen.exists() else chosen.parent)
    try:
        made.mkdir(0o700, parents=True)
        with interrupt.trying():
            yield made
        interrupt.hold()
        if chosen.exists():
            for path in sorted(made.iterdir(), key=lambda path: path.name == DB):
                os.rename(path, chosen / path.name)
        else:
            os.rename(made, chosen)
        office.saved = True
        sync_folder(chosen.parent)
    except SavedAnyway as error:  # in an office that goes with its folder: nothing is saved
        why = error.figures.get("why", error.code)
        raise Surroundings("file.not-writable", path=str(chosen), why=why) from error
    except OSError as error:
        raise Surroundings("file.not-writable", path=str(chosen), why=error.strerror) from None
    finally:
        shutil.rmtree(made, ignore_errors=True)


def opened(office: Office, where: Path, today: dt.date = TODAY) -> Office:
    """The demo's own office, in its folder and on its day."""
    return office.elsewhere(where / DB, today, office.typed.lang or "sv")


def run_month(
    demo: Office, write: Callable[[InvoiceBasis], None], to: Callable[[Month], Folder]
) -> Answer[invoice_build.Built]:
    """Fill the office: a year of cases, and the months up to September, each built, billed, answered and paid in its
    time; then send September's vouchers and what came since, build October, and write its basis. Last comes what is
    entered on the day itself, which stands on no invoice yet."""
    init.init(demo, NAME, ORGNR, demo.own_lang)
    _enter(demo, sample(), sample() / PLACEMENTS)
    year = DemoYear(demo, sample() / AGENCY, to)
    year.run(MONTH.previous())
    year.send(demo, MONTH)
    built = invoice_build.build(demo, MONTH, [], with_lines=True)
    with demo.reading() as store:
        write(basis(store, demo, MONTH, built.payload.invoices, built.payload.held))
    _enter(demo, sample() / DAY)
    return built


def _enter(demo: Office, *folders: Path) -> None:
    """Import the files of these folders, in the order in which they are read."""
    for path in (folder / f"{kind}.csv" for folder in folders for kind in ORDER):
        if path.is_file():
            import_.import_file(demo, path.stem, InputFile(str(path)), rehearse=False)


def sample() -> Path:
    """Where the sample data is: in an installed program, or next to one that is worked on."""
    for found in FOLDERS:
        if (found / "cases.csv").is_file():
            return found
    raise BadFile("demo.no-data", path=str(FOLDERS[0]))

"""`ipsu setting set`."""

import re
from typing import Any

from ipsu_cli.core.answer import Answer, Text
from ipsu_cli.core.effect import ADDED, CHANGED, KNOWN
from ipsu_cli.core.identity import read_orgnr
from ipsu_cli.core.kind import chosen, plain_code
from ipsu_cli.core.named_tuple import NamedTuple
from ipsu_cli.core.problem import Refused, Unreadable
from ipsu_cli.core.setting import DEFAULTS
from ipsu_cli.core.text import one_line
from ipsu_cli.flows.enrolment import Saved
from ipsu_cli.office import Office
from ipsu_cli.reports.setting import Setting
from ipsu_cli.store import Writing, settings

BANKGIRO = re.compile("[0-9]{3,4}-[0-9]{4}")
# What a number may be; empty takes it away where it need not be there.
MAY_BE_EMPTY = (
    "backup-days",
    "balance-tolerance",
    "deviation-days",
    "iup-stale-days",
    "late-minutes",
    "pace-ahead",
    "pace-behind",
    "pr-due-day",
    "result-months",
    "review-days",
    "stable-days",
)
NUMBERS = {
    "backup-days": range(1, 367),
    "backups-kept": range(1, 101),
    "balance-tolerance": range(1, 51),
    "deviation-days": range(1, 31),
    "fidelity-days": range(1, 3_660),
    "financial-year-end": range(1, 13),
    "first-contact-days": range(1, 367),
    "iup-stale-days": range(1, 367),
    "late-minutes": range(241),
    "long-pause-days": range(1, 3_660),
    "pace-ahead": range(1, 101),
    "pace-behind": range(1, 101),
    "pause-days": range(1, 3_660),
    "pr-due-day": range(1, 29),
    "result-months": range(1, 25),
    "retention-months": range(1, 121),
    "review-days": range(1, 3_660),
    "silent-days": range(3_660),
    "stable-days": range(1, 3_660),
}
ALLOWED = {"eves": ("free", "working"), "f-tax": ("on", "off"), "names": ("on", "off")}


class SettingSet(NamedTuple):
    """The setting as it now is."""

    setting: Setting


def setting_set(office: Office, name: str, value: str) -> Answer[SettingSet]:
    """Set one of the settings that there are; in their names and words hyphen, underscore and capitals are alike."""
    name = _meant(name)
    setting = Setting(name, _taken(name, one_line(value, "VALUE")))

    def set_value(store: Writing) -> Answer[SettingSet]:
        settings.save(store, *setting)
        return Answer(SettingSet(setting), [Text("message.setting", setting._asdict())])

    return office.change("setting set", set_value)


def save_setting(store: Writing, entry: dict[str, Any], office: Office) -> Saved[Setting]:
    """Set one from a file. What follows in the file is judged by it."""
    setting = Setting(entry["name"], _taken(entry["name"], entry.get("value", "")))
    before = settings.entered(store).get(setting.name)
    settings.save(store, *setting)
    office.settings = {**office.settings, setting.name: setting.value}
    if before is None:
        return Saved(setting, ADDED, [])
    return Saved(setting, KNOWN, []) if before == setting.value else Saved(setting, CHANGED, [], ("value",))


def _taken(name: str, value: str) -> str:
    """The value as it is kept. Raises `Unreadable` of what is typed as VALUE for what the setting cannot be."""
    try:
        return _read(name, value)
    except Unreadable as error:
        error.figures["option"] = "VALUE"
        raise


def _read(name: str, value: str) -> str:
    if name in ALLOWED:
        value = chosen(value, ALLOWED[name])
    _refuse(name, value)
    return read_orgnr(value) if name == "peppol.buyer" else value


def _meant(name: str) -> str:
    found = {plain_code(known): known for known in DEFAULTS}.get(plain_code(name))
    if found is None:
        raise Refused("setting.unknown", setting=name, known=sorted(DEFAULTS), command="ipsu setting list")
    return found


def _refuse(name: str, value: str) -> None:
    if name in NUMBERS and not _is_number(name, value):
        least, most = NUMBERS[name][0], NUMBERS[name][-1]
        raise Unreadable("value.number", value=value, least=least, most=most)
    if name.startswith("account.") and not (value.isascii() and value.isdigit() and len(value) == 4):
        raise Unreadable("value.account", value=value)
    if name == "payment-days" and not (value.isascii() and value.isdigit() and len(value) <= 3):
        raise Unreadable("value.count", value=value)
    if name == "bankgiro" and value and not BANKGIRO.fullmatch(value):
        raise Unreadable("value.bankgiro", value=value)


def _is_number(name: str, value: str) -> bool:
    return value in map(str, NUMBERS[name]) or (not value and name in MAY_BE_EMPTY)

"""Short lists as a question takes them: JSON, which SQLite reads with `json_each`."""

from collections.abc import Iterable


def json_list(values: Iterable[str | int]) -> str:
    """The values as a JSON list. To load the json module takes as long as some questions do, so it is loaded only for
    what has to be escaped.

    >>> json_list(["ipsu-a", "handläggare"]), json_list([3, 5]), json_list([])
    ('["ipsu-a", "handläggare"]', '[3, 5]', '[]')
    >>> json_list(["Åsa", 'a "word"'])
    '["\\\\u00c5sa", "a \\\\"word\\\\""]'
    """
    listed = list(values)
    if all(isinstance(value, int) or _is_plain(value) for value in listed):
        words = (str(value) if isinstance(value, int) else f'"{value}"' for value in listed)
        return "[" + ", ".join(words) + "]"
    import json

    return json.dumps(listed)


def _is_plain(text: str) -> bool:
    """Does the text stand in JSON as it is?"""
    return text.isprintable() and '"' not in text and "\\" not in text

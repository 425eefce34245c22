"""The days off of Sweden as the package `holidays` has them: run by a Python that has it, which ours has not.

    python holidays_of_sweden.py FIRST_YEAR LAST_YEAR

It prints one JSON object: each day, and its Swedish names.
"""

import json
import sys

import holidays

first, last = map(int, sys.argv[1:])
sweden = holidays.country_holidays(
    "SE", years=range(first, last + 1), categories=("public", "de_facto"), language="sv", include_sundays=False
)
print(json.dumps({day.isoformat(): name for day, name in sorted(sweden.items())}))

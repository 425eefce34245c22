"""How much is tried: what CI has the time for, or with `IPSU_WHOLE=1` the whole, which takes hours in all."""

import os

WHOLE = bool(os.environ.get("IPSU_WHOLE"))

"""What always holds in a file that only the program has written: looked for by `ipsu check`, never put right by it."""

from ipsu_cli.store.invariants import books, sealed, whole, work
from ipsu_cli.store.invariants.model import Invariant
from ipsu_cli.store.invariants.whole import DAMAGED

ALL: tuple[Invariant, ...] = (*whole.INVARIANTS, *sealed.INVARIANTS, *work.INVARIANTS, *books.INVARIANTS)
CODES = (DAMAGED, *(invariant.code for invariant in ALL))

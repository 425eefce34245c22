"""SHA-256 without OpenSSL: loading hashlib costs a start-up half an interpreter, and every command signs its line.

The standard library does the same in `random`.
"""

from collections.abc import Iterable

try:
    from _sha2 import sha256  # type: ignore[import-not-found]
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]
    except ImportError:
        from hashlib import sha256


def digest(content: bytes) -> bytes:
    """The 32 bytes of SHA-256."""
    found: bytes = sha256(content).digest()
    return found


def digest_of_parts(parts: Iterable[bytes]) -> bytes:
    """The same of many parts in a row, which need not lie in memory together."""
    whole = sha256()
    for part in parts:
        whole.update(part)
    found: bytes = whole.digest()
    return found

"""SHA-256 without OpenSSL: loading hashlib costs a start-up half an interpreter, and every command signs its line.

The standard library does the same in `random`.
"""

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

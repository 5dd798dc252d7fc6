"""Digests as Python computes them itself: `hashlib` would load OpenSSL, 4 MiB and 3 ms of every start."""

try:  # as `random` of the standard library does
    from _sha2 import sha256  # type: ignore[import-not-found] # its name from Python 3.12 on
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]
    except ImportError:  # a Python that was built without it
        from hashlib import sha256


def hex_digest(content: bytes) -> str:
    """SHA-256 of some bytes, in 64 hexadecimal digits."""
    digest: str = sha256(content).hexdigest()
    return digest

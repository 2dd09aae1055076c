"""Bytes to text: UTF-8 first, a detected encoding second and said so, else not at all."""

from __future__ import annotations

from dateline.errors import ReadError

MAGIC = {
    b"PK\x03\x04": "a zip archive",
    b"PK\x05\x06": "an empty zip archive",
    b"%PDF": "a PDF",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x7fELF": "a program",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a rar archive",
    b"SQLite format 3": "a SQLite database",
    b"{\\rtf": "a rich text file",
    b"\xd0\xcf\x11\xe0": "an old office file",
}
SAMPLE = 1 << 16
"""Bytes looked at when the encoding must be detected."""
READABLE = 0.97
"""Least share of printable characters in a text whose encoding was detected."""

WESTERN = 0.1
"""Largest share of non-ASCII bytes in an English text; other scripts have far more."""


def binary_kind(head: bytes) -> str | None:
    """What a file that is not text is, from its first bytes; None for text."""
    for magic, kind in MAGIC.items():
        if head.startswith(magic):
            return kind
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    return "binary, not text" if b"\0" in head else None


def encoding_of(sample: bytes) -> str | None:
    """The name of an encoding that reads `sample` as text, or None."""
    from charset_normalizer import from_bytes

    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if _is_western(sample):
        return "cp1252"
    best = from_bytes(sample[:SAMPLE]).best()
    if best is None:
        return None
    text = str(best)
    printable = sum(c.isprintable() or c.isspace() for c in text)
    return best.encoding if printable >= READABLE * len(text) else None


def _is_western(sample: bytes) -> bool:
    """True for mostly ASCII that Windows-1252 reads: English with curly quotes and a few accents."""
    high = sum(byte >= 0x80 for byte in sample)
    return high <= WESTERN * len(sample) and not any(byte in sample for byte in b"\x81\x8d\x8f\x90\x9d")


def decoded(raw: bytes) -> tuple[str, str | None]:
    """The text of `raw` with `\\n` line ends, and the encoding's name when it is not UTF-8.

    Raises ReadError when no encoding fits.
    """
    try:
        return _lines(raw.decode("utf-8-sig")), None
    except UnicodeDecodeError:
        name = encoding_of(raw)
        if name is None:
            raise ReadError("neither UTF-8 nor any encoding that can be recognised") from None
        try:
            return _lines(raw.decode(name).removeprefix("\ufeff")), name
        except UnicodeDecodeError:
            raise ReadError(f"neither UTF-8 nor {name} throughout") from None


def _lines(text: str) -> str:
    """Line ends as Python's own text files give them, so that offsets agree with `open(path)`."""
    return text.replace("\r\n", "\n").replace("\r", "\n")

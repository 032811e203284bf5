"""Characters: which encoding bytes are in, how text of anyone's is made plain, and which characters data does not take.

Normalization forms are those of Unicode Standard Annex 15. Compatibility forms (NFKC) are not used: they would read 10²
as 102 and ½ as 1⁄2.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator

#: Full-width forms (Unicode block FF00) by the ordinary character that each is the wide form of, and the wide space.
_WIDE = {code: unicodedata.normalize("NFKC", chr(code)) for code in (*range(0xFF01, 0xFF5F), *range(0xFFE0, 0xFFE7))}
_WIDE |= {0xFFE3: "\u00af", 0x3000: " "}
_ANY_WIDE = re.compile(f"[{''.join(map(chr, _WIDE))}]")
#: Categories of characters that no one sees: controls, formats, private, unassigned, separators.
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"})
_BYTE_ORDER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def plain(text: str) -> str:
    """Return ``text`` composed (NFC), its full-width letters, digits and signs as ordinary ones; lines stay lines."""
    return unicodedata.normalize("NFC", text).translate(_WIDE)


def width(text: str) -> int:
    """Return how many columns a text takes where letters are set alike: two for a wide one (Unicode Annex 11)."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def unwanted(text: str) -> Iterator[tuple[str, str]]:
    """Yield each character of ``text`` that a table does not take, and why, in the order in which they stand."""
    if not unicodedata.is_normalized("NFC", text):
        for letter in text:
            if unicodedata.combining(letter) or "\u1100" <= letter <= "\u11ff" or _recomposed(letter):
                yield letter, "decomposed letters (NFD), as macOS writes them in names of files"
    # What Python takes for printable is what is seen, and most text has nothing else.
    if text.replace("\n", " ").isprintable() and not _ANY_WIDE.search(text):
        return
    for letter in text:
        if ord(letter) in _WIDE:
            yield letter, f"a full-width form of «{_WIDE[ord(letter)]}»"
        elif letter not in " \n" and unicodedata.category(letter) in _UNSEEN:
            yield letter, "a character that is not seen"


def named(letter: str) -> str:
    """Return a character as its code point and its name: ``U+3147 HANGUL LETTER IEUNG``."""
    return f"U+{ord(letter):04X} {unicodedata.name(letter, '(a control character)')}"


def encoding_of(data: bytes) -> str | None:
    """Return the encoding of Korean office programs that ``data``, which is not UTF-8, is in: a codec, or ``None``.

    UTF-16 is told by its byte-order mark, or by the zeros of its Latin letters; CP949, of which EUC-KR is a part, by
    being readable as it and holding Hangul.
    """
    if data.startswith(_BYTE_ORDER_MARKS):
        return "utf-16" if _reads(data, "utf-16") else None
    zeros = [data[side::2].count(0) for side in (0, 1)]
    for codec, here, other in (("utf-16-le", zeros[1], zeros[0]), ("utf-16-be", zeros[0], zeros[1])):
        if here > len(data) / 20 and not other and _reads(data, codec):
            return codec
    korean = _reads(data, "cp949")
    return "cp949" if korean and "\0" not in korean and any("가" <= letter <= "힣" for letter in korean) else None


def _recomposed(letter: str) -> bool:
    return unicodedata.normalize("NFC", letter) != letter


def _reads(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None

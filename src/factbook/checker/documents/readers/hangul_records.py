"""Streams of a Hangul 5 file as trees of records.

Tags, control characters and offsets are those of «한글 문서 파일 형식 5.0» (Hancom, revision 1.3), 3.2 and 4.3.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

PARAGRAPH, TEXT, CONTROL, LIST, TABLE, STYLE = 66, 67, 71, 72, 77, 26
#: The most that a stream may hold unpacked, in bytes.
_MOST_UNPACKED = 256 * 1024 * 1024
#: Characters below a blank that stand alone; each other one takes eight places, and those of the last set are fields
#: or objects, each described by a control record of its own.
_ALONE = frozenset((0, 10, 13, *range(24, 32)))
_WITH_RECORD = frozenset((1, 2, 3, *range(11, 19), 21, 22, 23))
_SHOWN = {9: "\t", 10: " ", 24: "-", 30: " ", 31: " "}
FIELD_BEGINS, FIELD_ENDS = 3, 4


@dataclass(slots=True)
class Record:
    """A record with the records of the levels below it."""

    tag: int
    level: int
    data: bytes
    children: list[Record] = field(default_factory=list)

    def control(self) -> str:
        """The four letters that name a control."""
        return self.data[:4][::-1].decode("latin-1")


def unpacked(data: bytes) -> bytes:
    """A compressed stream as it was; raises ``zlib.error``, or ``ValueError`` where it has no end."""
    inflating = zlib.decompressobj(-15)
    text = inflating.decompress(data, _MOST_UNPACKED)
    if inflating.unconsumed_tail:
        raise ValueError("a stream unpacks without end")
    return text


def records(data: bytes) -> list[Record]:
    """The records of the lowest level, each with those below it; raises ``struct.error`` where one is cut off."""
    top: list[Record] = []
    above: list[Record] = []
    for record in _records(data):
        while above and above[-1].level >= record.level:
            above.pop()
        (above[-1].children if above else top).append(record)
        above.append(record)
    return top


def _records(data: bytes) -> Iterator[Record]:
    place = 0
    while place < len(data):
        (head,) = struct.unpack_from("<I", data, place)
        place += 4
        size = head >> 20
        if size == 0xFFF:
            (size,) = struct.unpack_from("<I", data, place)
            place += 4
        yield Record(head & 0x3FF, head >> 10 & 0x3FF, data[place : place + size])
        place += size


def pieces(data: bytes) -> Iterator[str | int]:
    """The text of a paragraph in runs, and between them the codes of its fields and objects."""
    units = memoryview(data[: len(data) // 2 * 2]).cast("H")
    begin = place = 0
    while place < len(units):
        code = units[place]
        if code >= 32:
            place += 1
            continue
        if place > begin:
            yield data[begin * 2 : place * 2].decode("utf-16-le", "replace")
        if code in _SHOWN:
            yield _SHOWN[code]
        elif code in _WITH_RECORD or code == FIELD_ENDS:
            yield code
        place += 1 if code in _ALONE else 8
        begin = place
    if place > begin:
        yield data[begin * 2 : place * 2].decode("utf-16-le", "replace")

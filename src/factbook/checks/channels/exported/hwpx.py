"""The links of an HWPX file (KS X 6101): fields that begin before their words and end behind them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

_PARAGRAPH = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
#: What a link does when it is followed: the address, its signs behind backslashes, then how to open it.
_COMMAND = re.compile(r"(?P<address>(?:\\.|[^\\;])*)")


def links(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the words of each link and its address, in reading order."""
    with zipfile.ZipFile(path) as packed:
        names = sorted(name for name in packed.namelist() if re.fullmatch(r"Contents/section\d+\.xml", name))
        sections = [etree.fromstring(packed.read(name)) for name in names]
    for section in sections:
        #: The links that have begun: the address of each, and its words by now.
        begun: list[tuple[str, list[str]]] = []
        for element in section.iter(*(f"{_PARAGRAPH}{name}" for name in ("fieldBegin", "fieldEnd", "t"))):
            match element.tag.removeprefix(_PARAGRAPH):
                case "fieldBegin":
                    begun.append((_address(element), []))
                case "fieldEnd":
                    address, words = begun.pop()
                    yield "".join(words), address
                case _:
                    for _, words in begun:
                        words.extend(element.itertext())


def _address(field: etree._Element) -> str:
    command = field.findtext(f".//{_PARAGRAPH}stringParam[@name='Command']", "")
    found = _COMMAND.match(command)
    return re.sub(r"\\(.)", r"\1", found["address"]) if found else ""

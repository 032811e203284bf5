"""Parts of WordprocessingML (ECMA-376, 17) that python-docx has no call for: links, bookmarks, fields, rows."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import count
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

#: The extension of a picture by which Word 2016 and later draw the SVG beside it ([MS-ODRAWXML], svgBlip).
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
#: The longest name of a bookmark that Word keeps.
_LONGEST = 40


def bookmark_name(anchor: str) -> str:
    """Return the name of an anchor as Word allows it: letters, digits and lines, not too long, begun by a letter."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in anchor)
    if plain.replace("_", "-") != anchor or len(plain) >= _LONGEST - 2:
        plain = f"{plain[: _LONGEST - 12]}_{sha256(anchor.encode()).hexdigest()[:8]}"
    return f"b_{plain}"


class Bookmarks:
    """Numbers the bookmarks of one file, each anchor once."""

    def __init__(self) -> None:
        self._numbers: Iterator[int] = count(1)
        self._set: set[str] = set()

    def mark(self, paragraph: Any, anchor: str) -> None:
        """Marks the beginning of a paragraph as the place of an anchor."""
        if not anchor or anchor in self._set:
            return
        self._set.add(anchor)
        number = str(next(self._numbers))
        start, end = (
            element("w:bookmarkStart", id=number, name=bookmark_name(anchor)),
            element("w:bookmarkEnd", id=number),
        )
        at = 1 if paragraph._p.pPr is not None else 0
        paragraph._p.insert(at, start)
        paragraph._p.insert(at + 1, end)


def element(tag: str, **attributes: str) -> Any:
    """Return an element of which all attributes are in the namespace ``w``."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def drawn_as_svg(shape: Any, document: Any, svg: str) -> None:
    """Gives a picture in pixels the same one in lines, which programs that know SVG draw instead."""
    name = document.package.next_partname("/word/media/drawing%d.svg")
    part = Part(name, "image/svg+xml", svg.encode("utf-8"), document.package)
    identifier = document.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    (blip,) = shape._inline.iter(qn("a:blip"))
    extensions = OxmlElement("a:extLst")
    extension = etree.SubElement(extensions, qn("a:ext"), uri=_SVG_EXTENSION)
    drawing = etree.SubElement(extension, f"{{{_SVG}}}svgBlip", nsmap={"asvg": _SVG})
    drawing.set(qn("r:embed"), identifier)
    blip.append(extensions)


def link_to(paragraph: Any, address: str) -> Any:
    """Appends a link to an address outside, and returns it, to be filled with runs."""
    identifier = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), identifier)
    link.set(qn("w:history"), "1")
    paragraph._p.append(link)
    return link


def link_inside(paragraph: Any, anchor: str) -> Any:
    """Appends a link to a bookmark of the file, and returns it, to be filled with runs."""
    link = element("w:hyperlink", anchor=bookmark_name(anchor), history="1")
    paragraph._p.append(link)
    return link


def field(paragraph: Any, code: str, shown: str = "") -> None:
    """Appends a field that Word computes, such as ``PAGE``; ``shown`` stands there until it does."""
    # Dirty: computed when the file is opened.
    made = element("w:fldSimple", instr=code, dirty="true")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = shown or "1"
    run.append(text)
    made.append(run)
    paragraph._p.append(made)


def repeat(row: Any) -> None:
    """Lets a row of a table stand at the head of each of its pages."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def whole(row: Any) -> None:
    """Keeps a row of a table on one page."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))

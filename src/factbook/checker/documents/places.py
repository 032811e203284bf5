"""Places in documents as people know them: page, slide, cell, paragraph under which heading, row of which table."""

from __future__ import annotations

from factbook.checker.documents.checking import CheckedDocument
from factbook.checker.documents.messages import Catalogue
from factbook.checker.documents.model import Box, Document, Part, Unit

#: Places that a person finds by themselves; others are told with the heading above and the table.
_FOUND = frozenset((Unit.LINE, Unit.SHEET, Unit.CELL, Unit.PAGE))
#: Points of a centimetre.
_CM = 72 / 2.54
#: How much of a heading is told, in characters.
_MOST = 40


def place_of(checked: CheckedDocument, position: int) -> tuple[str, int]:
    """What places are counted in, and the number of the place, for a position in the document's text."""
    place = _document(checked).place(position)
    return place.unit.value, place.number


def box_of(checked: CheckedDocument, position: int, text: str) -> Box | None:
    """Where on its page a text stands that begins at a position, where that is known."""
    return _document(checked).box(position, position + max(1, len(text)))


def said(checked: CheckedDocument, position: int, words: Catalogue, text: str = "") -> str:
    """The place of a position in words: ``12번째 문단 («시장» 아래, 표 1의 3행)``; that of ``text`` on a page in cm."""
    document = _document(checked)
    place = document.place(position)
    named = words.places[place.unit].format(number=place.number, name=place.name)
    named = words.parts[place.part].format(place=named)
    if place.unit is Unit.PAGE and (box := box_of(checked, position, text)) is not None:
        return words.on_page.format(place=named, left=f"{box.left / _CM:.1f}", top=f"{box.top / _CM:.1f}")
    if place.unit in _FOUND or place.part is not Part.BODY:
        return named
    heading, cell = document.heading(position), document.block(position).cell
    around = [
        words.under.format(heading=heading[:_MOST]) if heading else "",
        words.in_table.format(table=cell.table + 1, row=cell.row + 1) if cell is not None else "",
    ]
    told = ", ".join(part for part in around if part)
    return f"{named} ({told})" if told else named


def _document(checked: CheckedDocument) -> Document:
    if checked.document is None:
        raise ValueError(f"{checked.path} was not read and has no places")
    return checked.document

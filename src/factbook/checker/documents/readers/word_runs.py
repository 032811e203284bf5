"""The runs of a Word paragraph: its text as it stands once changes are accepted, its links, what it refers to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from factbook.checker.documents.model import Part
from factbook.checker.documents.readers.collecting import Paragraph
from factbook.checker.documents.readers.packages import Relation, child, name_of, value

#: Elements that record a change; what the last two hold is gone once it is accepted.
CHANGES = frozenset(("ins", "moveTo", "del", "moveFrom"))
_GONE = frozenset(("del", "moveFrom", "pPr", "rPr", "Fallback", "sdtPr", "rt"))
#: The mark of a cell that a change deletes.
DELETED = "cellDel"
_REFERENCES = {
    "footnoteReference": Part.FOOTNOTE,
    "endnoteReference": Part.ENDNOTE,
    "commentReference": Part.COMMENT,
}
_TEXT = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-", "ptab": "\t"}
_HYPERLINK = re.compile(r"\s*HYPERLINK\b")
#: An argument of a field, behind the switch that it is of: the place in the file (``\\l``), a title (``\\o``) …
_ARGUMENT = re.compile(r'(?:\\(?P<switch>[a-z])\s*)?"(?P<text>[^"]*)"', re.IGNORECASE)
#: The field of a citation that Zotero or Mendeley wrote, with what it cites as CSL-JSON.
_CITATION = re.compile(r'\s*ADDIN\s+(?:ZOTERO_ITEM\s+)?CSL_CITATION\b.*?"URL"\s*:\s*"(?P<address>[^"]*)"', re.DOTALL)


class Runs:
    """Reads the elements of a paragraph into ``paragraph``; ``boxes`` are the text boxes anchored in it."""

    def __init__(self, paragraph: Paragraph, relations: Mapping[str, Relation]) -> None:
        self.paragraph, self._relations = paragraph, relations
        self.references: list[tuple[Part, str]] = []
        self.boxes: list[Element] = []
        self.changes = self.hidden = 0
        #: The instruction of each field that is open, and whether a link began with its result.
        self._fields: list[tuple[str, bool]] = []

    def read(self, element: Element) -> None:
        """Read what an element holds."""
        for item in element:
            name = name_of(item)
            if name in CHANGES:
                self.changes += 1
            if name in _GONE:
                continue
            if name == "t":
                self.paragraph.add(item.text or "")
            elif name in _TEXT:
                self.paragraph.add(_TEXT[name])
            elif name in _REFERENCES:
                self.references.append((_REFERENCES[name], value(item, "id") or ""))
            elif name == "txbxContent":
                self.boxes.append(item)
            elif name == "hyperlink":
                self._linked(item, self._address(item))
            elif name == "fldSimple":
                self._linked(item, _leads_to(value(item, "instr") or ""))
            elif name == "fldChar":
                self._field(value(item, "fldCharType") or "")
            elif name == "instrText":
                self._instruct(item.text or "")
            else:
                if name == "r" and _is_on(child(item, "rPr", "vanish")) and child(item, "t") is not None:
                    self.hidden += 1
                self.read(item)

    def _linked(self, element: Element, address: str) -> None:
        self.paragraph.open_link(address)
        self.read(element)
        self.paragraph.close_link()

    def _address(self, link: Element) -> str:
        relation = self._relations.get(value(link, "id") or "")
        anchor = value(link, "anchor")
        target = relation.target if relation is not None and relation.is_external else ""
        return f"{target}#{anchor}" if anchor and target else target

    def _instruct(self, text: str) -> None:
        if self._fields and not self._fields[-1][1]:
            self._fields[-1] = (self._fields[-1][0] + text, False)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(("", False))
        elif kind == "separate" and self._fields:
            instruction = self._fields[-1][0]
            if address := _leads_to(instruction):
                self.paragraph.open_link(address)
                self._fields[-1] = (instruction, True)
        elif kind == "end" and self._fields and self._fields.pop()[1]:
            self.paragraph.close_link()


def _leads_to(instruction: str) -> str:
    """The address that a field leads to, or cites; nothing where it does neither."""
    if _HYPERLINK.match(instruction):
        told = {one["switch"] or "": one["text"] for one in _ARGUMENT.finditer(instruction)}
        place = f"#{told['l']}" if told.get("l") else ""
        return f"{told['']}{place}" if told.get("") else ""
    found = _CITATION.match(instruction)
    return found["address"].replace("\\/", "/") if found else ""


def _is_on(element: Element | None) -> bool:
    return element is not None and value(element) not in ("0", "false", "off")

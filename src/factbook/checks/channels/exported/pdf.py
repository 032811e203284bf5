"""The links of a tagged PDF: the words that its structure puts into each, and where it leads (ISO 32000-1, 14.7, 14.8).

The words of a link are marked on their page, glyph by glyph; a font says which letters its glyphs are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf

_PAIR = re.compile(rb"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>")
_OPERATORS = "BDC BMC EMC Tf Tj TJ"
#: The text of each marked piece, by the page and the number of the mark.
_Marked = Mapping[tuple[tuple[int, int], int], str]


def links(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the words of each link and its address, in reading order; links within the file have none.

    A link that goes on in the next line is another element there, right behind the first.
    """
    with pikepdf.open(path) as pdf:
        marked = _marked(pdf)
        waiting = [pdf.Root.StructTreeRoot]
        while waiting:
            element = waiting.pop()
            if isinstance(element, list):
                yield "".join(_words(one, marked) for one in element), _address(element[0])
            else:
                waiting += reversed(_parts(element))


def _parts(element: Any) -> list[Any]:
    """What an element consists of, the lines of one link together."""
    parts: list[Any] = []
    for one in _inside(element):
        if not _is_element(one):
            # Words between two links keep them apart.
            parts.append(None)
        elif one.get("/S") != "/Link":
            parts.append(one)
        elif parts and isinstance(parts[-1], list) and _address(parts[-1][0]) == _address(one):
            parts[-1].append(one)
        else:
            parts.append([one])
    return [one for one in parts if one is not None]


def _inside(element: Any) -> list[Any]:
    inside = element.get("/K", [])
    return list(inside) if isinstance(inside, pikepdf.Array) else [inside]


def _is_element(one: Any) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/Type") != "/OBJR"


def _words(element: Any, marked: _Marked, page: tuple[int, int] = (0, 0)) -> str:
    page = element.Pg.objgen if "/Pg" in element else page
    return "".join(
        _words(one, marked, page) if _is_element(one) else marked.get((page, int(one)), "")
        for one in _inside(element)
        if _is_element(one) or not isinstance(one, pikepdf.Dictionary)
    )


def _address(element: Any) -> str:
    for one in _inside(element):
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/OBJR":
            return str(one.Obj.A.URI) if "/A" in one.Obj else ""
    return ""


def _marked(pdf: pikepdf.Pdf) -> _Marked:
    letters: dict[tuple[int, int], Mapping[int, str]] = {}
    found: defaultdict[tuple[tuple[int, int], int], str] = defaultdict(str)
    for page in pdf.pages:
        fonts: Any = page.resources.get("/Font")
        marks: list[int | None] = []
        known: Mapping[int, str] = {}
        for one in pikepdf.parse_content_stream(page, _OPERATORS):
            match str(one.operator):
                case "Tf":
                    font = fonts[str(one.operands[0])]
                    if font.objgen not in letters:
                        letters[font.objgen] = _letters(font)
                    known = letters[font.objgen]
                case "BDC" | "BMC":
                    marks.append(_mark(one.operands))
                case "EMC":
                    marks.pop()
                case _ if (mark := next((one for one in reversed(marks) if one is not None), None)) is not None:
                    found[page.obj.objgen, mark] += _shown(one.operands[0], known)
    return found


def _mark(operands: Any) -> int | None:
    named = operands[1] if len(operands) > 1 else None
    return int(named.MCID) if isinstance(named, pikepdf.Dictionary) and "/MCID" in named else None


def _shown(operand: Any, letters: Mapping[int, str]) -> str:
    """The letters of an operand that shows text: glyphs of two bytes each, and room between them."""
    pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
    glyphs = b"".join(bytes(one) for one in pieces if isinstance(one, pikepdf.String))
    return "".join(letters.get(int.from_bytes(glyphs[at : at + 2]), "") for at in range(0, len(glyphs), 2))


def _letters(font: Any) -> Mapping[int, str]:
    """What letters the glyphs of a font are."""
    pairs = _PAIR.findall(font.ToUnicode.read_bytes())
    return {int(glyph, 16): bytes.fromhex(letters.decode()).decode("utf-16-be") for glyph, letters in pairs}

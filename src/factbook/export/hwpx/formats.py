"""Formats of paragraphs that a HWPX file has from the library's template, made those of the book."""

from __future__ import annotations

from lxml import etree

#: The part of the file that holds them.
PART = "Contents/header.xml"
_HEAD = "{http://www.hancom.co.kr/hwpml/2011/head}"
_CORE = "{http://www.hancom.co.kr/hwpml/2011/core}"
_UNITS = "{http://www.hancom.co.kr/hwpml/2011/paragraph}case"
#: The room above a heading, in hundredths of a point; twice as many of the unit that older programs know.
_ABOVE = 1200


def of_the_book(header: bytes) -> bytes:
    """Return the part with headings that are not counted and stay with what they head, and lines of whole words.

    Official documents break lines between words; the template lets them break within words of Hangul.
    """
    root = etree.fromstring(header)
    for counted in root.iter(f"{_HEAD}paraHead"):
        counted.text = None
    for paragraph in root.iter(f"{_HEAD}paraPr"):
        outlines = any(one.get("type") == "OUTLINE" for one in paragraph.iter(f"{_HEAD}heading"))
        for breaks in paragraph.iter(f"{_HEAD}breakSetting"):
            breaks.set("breakNonLatinWord", "KEEP_WORD")
            if outlines:
                breaks.set("keepWithNext", "1")
        if outlines:
            for margin in paragraph.iter(f"{_HEAD}margin"):
                above = _ABOVE if margin.getparent().tag == _UNITS else 2 * _ABOVE
                margin.find(f"{_CORE}left").set("value", "0")
                margin.find(f"{_CORE}prev").set("value", str(above))
    packed: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return packed

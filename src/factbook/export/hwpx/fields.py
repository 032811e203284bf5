"""Fields that python-hwpx writes for whole documents only: the number of the page on which a paragraph stands."""

from __future__ import annotations

from hashlib import sha256

from lxml import etree

#: The namespace of what stands in a paragraph.
PARAGRAPH = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
#: Hancom's number of this kind of field, and its own spelling of «Fixed».
_KIND, _FIXED = str(int.from_bytes(b"%xrf")), "Fiexde"
#: What stands in the place of a number that is not counted yet.
_UNCOUNTED = "…"


def name(anchor: str) -> str:
    """Return the id of the paragraph with an anchor; fields refer to paragraphs by number, below 2³¹."""
    return str(int.from_bytes(sha256(anchor.encode()).digest()[:4]) >> 1)


def append_page_of(line: etree._Element, paragraph: str, look: str) -> None:
    """Append a tab and the number of the page of a ``paragraph`` to a line, in a ``look``; Hancom counts it.

    The parameters are those of a reference across a document to a page that Hancom itself writes.
    """
    etree.SubElement(etree.SubElement(_run(line, look), f"{PARAGRAPH}t"), f"{PARAGRAPH}tab", leader="3", type="2")
    own = name(f"page of {paragraph}")
    begin = etree.SubElement(
        etree.SubElement(_run(line, look), f"{PARAGRAPH}ctrl"),
        f"{PARAGRAPH}fieldBegin",
        {"id": own, "type": "CROSSREF", "name": "", "editable": "0", "dirty": "1", "zorder": "-1", "fieldid": _KIND},
    )
    parameters = etree.SubElement(begin, f"{PARAGRAPH}parameters", cnt="8", name="")
    for kind, key, value in (
        ("boolean", _FIXED, "1"),
        ("integer", "Prop", "0"),
        ("string", "Command", f"?#{paragraph};5;0;0;0;"),
        ("string", "RefPath", f"?#{paragraph};"),
        ("string", "RefType", "TARGET_OUTLINE"),
        ("string", "RefContentType", "OBJECT_TYPE_PAGE"),
        ("boolean", "RefHyperLink", "false"),
        ("string", "RefOpenType", "HWPHYPERLINK_JUMP_CURRENTTAB"),
    ):
        etree.SubElement(parameters, f"{PARAGRAPH}{kind}Param", name=key).text = value
    etree.SubElement(_run(line, look), f"{PARAGRAPH}t").text = _UNCOUNTED
    ended = etree.SubElement(_run(line, look), f"{PARAGRAPH}ctrl")
    etree.SubElement(ended, f"{PARAGRAPH}fieldEnd", beginIDRef=own, fieldid=_KIND)


def _run(line: etree._Element, look: str) -> etree._Element:
    return etree.SubElement(line, f"{PARAGRAPH}run", charPrIDRef=look)

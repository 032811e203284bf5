"""Write a volume as a HWPX file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import escape

from factbook.export.hwpx import formats
from factbook.export.model import Volume, text_of
from factbook.export.packing import repeatable

_PACKAGE, _SECTION, _PREVIEW = "Contents/content.hpf", "Contents/section0.xml", "Preview/PrvText.txt"
#: The facts about the file that python-hwpx leaves as they are in its template.
_METADATA = re.compile(r"<opf:metadata>.*?</opf:metadata>", re.DOTALL)
#: Numbers by which parts of the text name each other; python-hwpx draws them by lot.
_NUMBER = re.compile(r'(?P<before>\b(?:id|idRef|instid|beginIDRef)="|\?#)(?P<number>\d{4,})')
#: Where lines broke in the template: of what stands there now, that is for the reader's program to find.
_BROKEN = re.compile(r"<hp:linesegarray>.*?</hp:linesegarray>", re.DOTALL)
#: A date that says nothing, so that the same volume gives the same bytes; the cover has the real ones.
_NO_DATE = "2000-01-01T00:00:00Z"


def write(volume: Volume) -> bytes:
    """Return the volume as a HWPX file; the same volume gives the same bytes."""
    from hwpx.document import HwpxDocument

    from factbook.export.hwpx.body import Body

    file = HwpxDocument.new()
    file.page.setup(paper_size="A4", margin_left_mm=20, margin_right_mm=20, margin_top_mm=15, margin_bottom_mm=15)
    file.page.set_header(text=volume.cover.title)
    file.page.set_page_number()
    body = Body(file, volume)
    body.cover()
    body.contents()
    for chapter in volume.chapters:
        body.chapter(chapter)
    return repeatable(_described(file.to_bytes(), volume))


def _described(packed: bytes, volume: Volume) -> bytes:
    """The file with facts of its own, and its parts numbered in order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == _PACKAGE:
                content = _METADATA.sub(lambda _: _metadata(volume), content.decode("utf-8")).encode("utf-8")
            elif entry.filename == _SECTION:
                content = _renumbered(content.decode("utf-8")).encode("utf-8")
            elif entry.filename == formats.PART:
                content = formats.of_the_book(content)
            elif entry.filename == _PREVIEW:
                content = "\n".join(_preview(volume)).encode("utf-8")
            after.writestr(entry, content)
    return out.getvalue()


def _renumbered(text: str) -> str:
    known: dict[str, str] = {}
    text = _BROKEN.sub("", text)
    return _NUMBER.sub(
        lambda found: f"{found['before']}{known.setdefault(found['number'], str(1000 + len(known)))}", text
    )


def _preview(volume: Volume) -> Iterator[str]:
    yield volume.cover.title
    yield from volume.cover.lines
    yield from (text_of(heading.runs) for heading in volume.headings)


def _metadata(volume: Volume) -> str:
    cover = volume.cover
    facts = {
        "creator": cover.authors,
        "subject": cover.book,
        "description": cover.address,
        "lastsaveby": cover.authors,
        "CreatedDate": _NO_DATE,
        "ModifiedDate": _NO_DATE,
        "date": _NO_DATE,
        "keyword": "",
    }
    written = "".join(
        f'<opf:meta name="{name}" content="text">{escape(fact)}</opf:meta>' for name, fact in facts.items()
    )
    return (
        f"<opf:metadata><opf:title>{escape(cover.title)}</opf:title>"
        f"<opf:language>{volume.language}</opf:language>{written}</opf:metadata>"
    )

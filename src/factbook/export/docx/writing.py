"""Write a volume as a DOCX file."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from factbook.export.docx.body import Body
from factbook.export.model import Volume
from factbook.export.packing import repeatable

#: A date that says nothing, so that the same volume gives the same bytes; the cover has the real ones.
_NO_DATE = datetime(2000, 1, 1)


def write(volume: Volume) -> bytes:
    """Return the volume as a DOCX file; the same volume gives the same bytes."""
    import docx

    from factbook.export.docx import styles

    file = docx.Document()
    styles.prepare(file, volume)
    _describe(file.core_properties, volume)
    body = Body(file, volume)
    body.cover()
    body.contents()
    for chapter in volume.chapters:
        body.chapter(chapter)
    out = io.BytesIO()
    file.save(out)
    return repeatable(out.getvalue())


def _describe(properties: Any, volume: Volume) -> None:
    cover = volume.cover
    properties.title, properties.author, properties.subject = cover.title, cover.authors, cover.book
    properties.last_modified_by, properties.comments = cover.authors, cover.address
    properties.created = properties.modified = _NO_DATE

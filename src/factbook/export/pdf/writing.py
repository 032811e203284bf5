"""Set a volume in pages and mark the file as accessible."""

from __future__ import annotations

import io
import re
import tempfile
from html import unescape
from importlib import resources
from pathlib import Path

from factbook.export.model import Figure, Volume, walk
from factbook.export.pdf import fonts, html

#: PDF/A with the whole structure of the text; PDF/UA asks for the same and for its own name in the metadata.
_VARIANT = "pdf/a-2a"
_TAG = re.compile(r"<[^>]*>")
#: The name of PDF/UA-1 (ISO 14289-1, 5), and its description, which PDF/A asks for of every foreign schema.
_ACCESSIBLE = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part of ISO 14289 that is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


def write(volume: Volume) -> bytes:
    """Return the volume as a PDF file; the same volume gives the same bytes.

    Raises ``ImportError`` and ``OSError`` where WeasyPrint, or a library that it loads, is missing, and
    :class:`~factbook.export.pdf.fonts.MissingLetterError` for a letter that no font has.
    """
    import weasyprint

    style = resources.files(__package__).joinpath("page.css").read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        faces = "".join(_face(name, font, Path(folder)) for name, font in fonts.cut(_letters(volume)).items())
        page = weasyprint.HTML(string=html.page_of(volume, faces + style))
        return _accessible(page.write_pdf(pdf_variant=_VARIANT, pdf_tags=True))


def _letters(volume: Volume) -> str:
    """All text that the pages show, that of pictures included."""
    body = html.page_of(volume, "")
    pictures = (block.svg for one in volume.chapters for block in walk(one.blocks) if isinstance(block, Figure))
    return unescape(_TAG.sub("", body) + "".join(_TAG.sub("", picture) for picture in pictures))


def _face(name: str, font: bytes, folder: Path) -> str:
    file = folder / f"{name}.ttf"
    file.write_bytes(font)
    return f'@font-face {{ font-family: "{name}"; src: url("{file.as_uri()}") }}\n'


def _accessible(made: bytes) -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as pdf:
        metadata = pdf.Root.Metadata.read_bytes().decode("utf-8")
        pdf.Root.Metadata.write(metadata.replace("</rdf:RDF>", _ACCESSIBLE).encode("utf-8"))
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.save(out, deterministic_id=True)
    return out.getvalue()

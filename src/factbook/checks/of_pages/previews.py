"""Every page names the picture that other places show with it; it is there, in its size, light, and legible."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from factbook.checks.pages import Page, Site
from factbook.figures import fonts, preview
from factbook.figures.files import SIGNATURE
from factbook.problems import Problem

#: Bytes: beyond a few hundred thousand some places show no picture, and mobile readers pay for each.
MOST = 100_000
_SIZE = struct.Struct(">II")


def check(site: Site) -> Iterator[Problem]:
    for page in site:
        yield from _on(page)


def _on(page: Page) -> Iterator[Problem]:
    def problem(found: str, expected: str, advice: str = "build again") -> Problem:
        return page.problem("page.preview", found, expected, advice)

    tags = {tag.get("property"): tag.get("content", "") for tag in page.root.xpath("/html/head/meta[@property]")}
    address, alt = tags.get("og:image", ""), tags.get("og:image:alt", "")
    # Of the address, what lies below the folder of the language.
    file = page.path.parent.joinpath(*address.rsplit("/", 2)[1:])
    if not (address and alt and file.is_file()):
        yield problem(f"og:image is «{address}», og:image:alt «{alt}»", "a picture of the page and its words")
        return
    content = file.read_bytes()
    size = _SIZE.unpack_from(content, len(SIGNATURE) + 8)
    if not content.startswith(SIGNATURE) or size != (preview.WIDTH, preview.HEIGHT) or len(content) > MOST:
        found = f"{file.name} has {size[0]} × {size[1]} pixels and {len(content)} bytes"
        yield problem(found, f"a PNG of {preview.WIDTH} × {preview.HEIGHT} pixels, at most {MOST} bytes")
    if lacking := sorted(set(alt) - fonts.letters()):
        yield problem(
            f"its picture has letters that the font lacks: {' '.join(lacking)}",
            "letters of the font of the figures",
            "write the heading and the first key figure with other letters, or cut the font anew (make font)",
        )

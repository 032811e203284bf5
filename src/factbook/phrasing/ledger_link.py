"""The link of a number to its row in the ledger: on the site, and where a chapter is read elsewhere.

In JupyterLab and in a downloaded notebook no page is beside the chapter. There a number links to the published page,
or is no link where that leads nowhere.
"""

from __future__ import annotations

import os
import re

from factbook.data.package import Package

#: The page on which every number is explained, each under its id.
PAGE = "numbers"
#: That page for a page beside it.
ON_SITE = f"{PAGE}.html"
#: Names the place of publication, over what the configuration says.
BASE_VARIABLE = "FACTBOOK_BASEURL"
#: How a supposed number is told apart without the site's stylesheet; ``running.css`` has it for the pages.
_SUPPOSED_STYLE = "font-style: italic; text-decoration: underline dashed"
_LINK = re.compile(rf'<a class="([\w ]+)" href="{re.escape(ON_SITE)}#([^"]*)">(.*?)</a>', re.DOTALL)
_NOWHERE = re.compile(r"https?://[^/]*\.example(?:[:/]|$)")


def link(kind: str, anchor: str, shown: str, ledger: str = ON_SITE) -> str:
    """The HTML ``shown`` of a number, linked to its row of the page ``ledger``; empty: not linked.

    ``kind`` is its class, ``fact`` or ``supposed``, with ``long`` where it may break across lines.
    """
    style = f' style="{_SUPPOSED_STYLE}"' if kind.startswith("supposed") and ledger != ON_SITE else ""
    if not ledger:
        return f'<span class="{kind}"{style}>{shown}</span>'
    return f'<a class="{kind}"{style} href="{ledger}#{anchor}">{shown}</a>'


def relinked(html: str, ledger: str) -> str:
    """HTML of the site with its numbers linked as :func:`link` links them to ``ledger``."""
    return _LINK.sub(lambda found: link(found[1], found[2], found[3], ledger), html)


def published(base: str) -> str:
    """The address of the page among those under ``base``, which ends in a slash; empty where it leads nowhere."""
    return base + ON_SITE if is_real(base) else ""


def from_kernel(package: Package, language: str) -> str:
    """The address of the page as far as a reader's kernel can tell; empty where it cannot.

    ``factbook lab`` sets the variable; a data package that was downloaded names its home page.
    """
    base = os.environ.get(BASE_VARIABLE) or str(package.descriptor.get("homepage", ""))
    return published(f"{base.rstrip('/')}/{language}/") if base else ""


def is_real(base: str) -> bool:
    """Whether something can stand at an address: names under ``.example`` never lead anywhere (RFC 2606)."""
    return bool(base) and _NOWHERE.match(base) is None

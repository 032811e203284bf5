"""What a page may load and run: a Content-Security-Policy that every page carries, so that it holds from a disk too."""

from __future__ import annotations

#: Files of the site only; no script but those that are files, and none that makes code out of text. Styles may stand in
#: the page, since drawings carry theirs with them. See https://www.w3.org/TR/CSP3/.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)

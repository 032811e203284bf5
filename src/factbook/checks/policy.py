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
#: The page that checks documents runs WebAssembly in a worker that it makes of a text, which the same policy governs:
#: what is checked there cannot be sent anywhere.
_OF_CHECK = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'; worker-src blob:")
#: The name of that page, and of all pages that are made without a chapter: no check of chapters looks at them.
CHECK_PAGE = "check"
MADE_PAGES = frozenset({CHECK_PAGE, "genindex", "search"})


def of_page(name: str) -> str:
    """The policy of the page of that name."""
    return _OF_CHECK if name == CHECK_PAGE else POLICY

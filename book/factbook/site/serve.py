"""``factbook serve``: the site on the loopback address, built again whenever the book changes."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import watchfiles

import factbook
from factbook.layout import Layout
from factbook.problems import Problem, ProblemError
from factbook.site import drafts

HOST = "127.0.0.1"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files that are never stale and prints no line a request."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, ARG002
        return


def serve(layout: Layout, port: int, build: Callable[[], None], tell: Callable[[str], None]) -> None:
    """Serves until interrupted: the draft as long as there is one, else the published site.

    Raises :class:`ProblemError` where the port is taken.
    """

    def handler(*request: Any) -> _Quiet:
        return _Quiet(*request, directory=str(layout.draft if layout.draft.is_dir() else layout.published))

    try:
        server = ThreadingHTTPServer((HOST, port), handler)
    except OSError as error:
        raise ProblemError(
            [Problem("serve.port", f"{HOST}:{port}", f"{error.strerror}", "a free port", "name another with --port")]
        ) from None
    drafts.discard(layout)
    with server:
        build()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        tell(f"reading at http://{HOST}:{server.server_address[1]}/ (stop with Ctrl+C)")
        try:
            for changes in watchfiles.watch(*watched(layout), watch_filter=_is_source):
                if any(_is_code(path) for _, path in changes):
                    tell("the code of the book has changed: starting again with it")
                    server.server_close()
                    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
                build()
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()


def watched(layout: Layout) -> list[Path]:
    """What a page is made of."""
    return [layout.root / "book", layout.package.folder, layout.config, layout.toc]


def _is_code(path: str) -> bool:
    """Whether this process runs that file, or speaks its words."""
    return Path(path).is_relative_to(Path(factbook.__file__).parent) and path.endswith((".py", ".toml"))


def _is_source(_change: watchfiles.Change, path: str) -> bool:
    return not path.endswith((".mo", ".pyc", "~")) and "__pycache__" not in path

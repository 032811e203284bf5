"""``factbook serve``: the site on the loopback address, built again whenever the book changes."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import watchfiles

import factbook
from factbook.build import assembly, drafts
from factbook.data.layout import Layout
from factbook.problems import Problem, ProblemError

HOST = "127.0.0.1"
#: What this process runs beside the report, and the words that it speaks.
_CODE = Path(factbook.__file__).parent


class Handler(SimpleHTTPRequestHandler):
    """Serves the draft as long as there is one, else the published site: nothing stored, no line printed a request."""

    def __init__(self, *request: Any, layout: Layout) -> None:
        self._layout = layout
        super().__init__(*request, directory=str(layout.draft if layout.draft.is_dir() else layout.published))

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's own."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        page = assembly.not_found_page(self._layout, "/").encode()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, ARG002
        return


def serve(layout: Layout, port: int, build: Callable[[], None], tell: Callable[[str], None]) -> None:
    """Serves until interrupted. Raises :class:`ProblemError` where the port is taken."""
    handler = partial(Handler, layout=layout)
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
                if any(_is_code(path, layout) for _, path in changes):
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
    return [layout.root / "book", _CODE, layout.package.folder, layout.config, layout.toc]


def _is_code(path: str, layout: Layout) -> bool:
    """Whether this process runs that file, or speaks its words."""
    folders = (_CODE, layout.report)
    return any(Path(path).is_relative_to(folder) for folder in folders) and path.endswith((".py", ".toml"))


def _is_source(_change: watchfiles.Change, path: str) -> bool:
    return not path.endswith((".mo", ".pyc", "~")) and "__pycache__" not in path

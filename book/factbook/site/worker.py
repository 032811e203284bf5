"""Builds one language in a process of its own: ``python -m factbook.site.worker ROOT LANGUAGE OUT DOCTREES WARNINGS``.

Sphinx's warnings go to the file WARNINGS, apart from what kernels print on the error stream.
"""

from __future__ import annotations

import sys
from contextlib import redirect_stderr
from pathlib import Path

from jupyter_book.sphinx import build_sphinx

from factbook.layout import Layout


def main(root: str, language: str, out: str, doctrees: str, warnings: str) -> int:
    """0 where Sphinx wrote the pages, whatever it warned of."""
    layout = Layout(Path(root))
    with Path(warnings).open("w", encoding="utf-8") as stream, redirect_stderr(stream):
        try:
            result = build_sphinx(
                str(layout.chapters(language)),
                out,
                path_config=str(layout.config),
                noconfig=True,
                doctreedir=doctrees,
                confoverrides={
                    "language": language,
                    "external_toc_path": str(layout.toc),
                    "latex_individualpages": False,
                },
            )
        except Exception as error:
            # Whatever a configuration makes Jupyter Book raise is for the reader to mend, in words.
            print(f"{layout.shown(layout.config)}: {error}", file=stream)
            return 1
    return int(result != 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""The script of the live charts: Vega, Vega-Lite and Vega-Embed in one file, which works from a disk too."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import vl_convert

from factbook.figures.drawing import VEGA_LITE


def file(work: Path) -> Path:
    """The script in the working folder, put together once for each version of what it is made of."""
    path = work / f"vega-{version('vl-convert-python')}-{VEGA_LITE}.js"
    if not path.exists():
        script = vl_convert.javascript_bundle(vl_version=VEGA_LITE)  # type: ignore[call-arg]
        half = path.with_suffix(".half")
        half.write_text(f"(function(){{{script}}})();", "utf-8")
        half.replace(path)
    return path

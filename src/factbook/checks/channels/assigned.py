"""The value that a published script gives to a name of ``window.factbook``, read without running it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def value(path: Path, name: str) -> Any:
    """What the script in ``path`` assigns to ``name``. Raises ``ValueError`` where it assigns nothing."""
    script = path.read_text("utf-8")
    found = script.find(f").{name}")
    begin = script.find("{", found)
    if found < 0 or begin < 0:
        raise ValueError(f"{path.name} gives no value to {name}")
    return json.JSONDecoder().raw_decode(script, begin)[0]

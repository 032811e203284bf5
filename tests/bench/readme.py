"""The tables of measurements in README.md, each between two markers."""

from __future__ import annotations

from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
END = "<!-- end of measured -->\n"


def write(name: str, table: str) -> None:
    """Puts the ``table`` of the measurement ``name`` between its markers."""
    begin = f"<!-- measured: python -m tests.bench {name} --readme -->\n"
    text = README.read_text("utf-8")
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(END)
    assert rest and after, f"{README.name} has no place for the table: {begin.strip()} … {END.strip()}"
    README.write_text(f"{before}{begin}\n{table.strip()}\n\n{END}{after}", "utf-8")

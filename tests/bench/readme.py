"""The table of measurements in README.md, between two markers."""

from __future__ import annotations

from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- measured: python -m tests.bench --readme -->\n", "<!-- end of measured -->\n"


def write(table: str) -> None:
    """Puts ``table`` between the markers."""
    text = README.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    assert rest and after, f"{README.name} has no place for the table: {BEGIN.strip()} … {END.strip()}"
    README.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", "utf-8")

"""Write a volume as HWPX (OWPML, KS X 6101)."""

from factbook.export.hwpx.writing import write

__all__ = ["write"]

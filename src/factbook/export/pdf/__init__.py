"""Write a volume as PDF/A-2a that is PDF/UA-1, too."""

from factbook.export.pdf.writing import write

__all__ = ["write"]

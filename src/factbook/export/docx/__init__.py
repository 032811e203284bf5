"""Write a volume as DOCX."""

from factbook.export.docx.writing import write

__all__ = ["write"]

"""Between a chapter's text and its notebook, there and back: what nobody edited keeps its bytes.

JupyterLab shows a chapter (``.md``) as a notebook. Jupytext alone would write the whole file anew from it, in its own
spelling, with the values of the last run. Here the text is cut into cells (:func:`read`), a saved notebook changes only
what was edited (:func:`saved`), and what another tool wrote into a chapter is found (:func:`problems`) and taken out
(:func:`mend`). Pure: texts and cells in, texts out.
"""

from factbook.notebook.round_trip.findings import problems
from factbook.notebook.round_trip.mending import mend
from factbook.notebook.round_trip.saving import saved
from factbook.notebook.round_trip.segments import Cell, Document, read

__all__ = ["Cell", "Document", "mend", "problems", "read", "saved"]

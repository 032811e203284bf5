"""Chapters and the whole book as files to take away: PDF, DOCX and HWPX, whose numbers link to the ledger."""

#: The formats, in the order in which they are offered; each is a package beside this module.
FORMATS = ("pdf", "docx", "hwpx")

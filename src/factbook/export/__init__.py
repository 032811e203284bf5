"""Chapters and the whole book as files to take away: PDF, DOCX and HWPX, whose numbers link to the ledger."""

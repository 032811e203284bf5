"""Figures in running text: what they claim together, recomputed, judged. Like spell-check, for numbers.

``check_text`` finds (:mod:`.find`), recomputes (:mod:`.recompute`) and judges (:mod:`.judge`), in that order, in time
proportional to the length of the text.
"""

from __future__ import annotations

from factbook.checker.sentences.checking import check_text
from factbook.checker.sentences.model import Claim, Finding, Report, Severity, Verdict

__all__ = ["Claim", "Finding", "Report", "Severity", "Verdict", "check_text"]

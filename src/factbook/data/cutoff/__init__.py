"""The cut-off: the day up to which the book looked at its sources, and whatever in the data is newer.

``reading`` reads the day from ``_config.yml``; ``checking`` finds dates of the data and the bibliography after it.
"""

from factbook.data.cutoff.checking import check
from factbook.data.cutoff.reading import SETTING, read

__all__ = ["SETTING", "check", "read"]

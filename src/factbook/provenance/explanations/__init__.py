"""What a reader is told who opens a number: what it is, who says it, what its digits allow, how it is computed.

Pure: numbers, judgements and sources in, HTML and words to copy out. The Sphinx extension writes them beside the pages.
"""

from factbook.provenance.explanations.explainer import Explainer, Explanation
from factbook.provenance.explanations.script import FILE, read, script_of

__all__ = ["FILE", "Explainer", "Explanation", "read", "script_of"]

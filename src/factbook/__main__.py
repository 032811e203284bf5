"""``python -m factbook`` is the same as ``factbook``."""

from factbook.cli import main

main()

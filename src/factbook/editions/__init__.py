"""Editions: the book as it stood in a quarter, frozen with its data, so that what is cited never changes.

``records`` keeps what is frozen and holds it to its checksum; ``archives`` packs and unpacks; ``freezing`` makes one;
``publishing`` puts them on the site; ``changes`` and ``sections`` say what has changed since.
"""

"""Citations: one typed model of what can be cited, and every form that a reader's tools take.

``model`` says what a work is; ``identity`` who publishes the book and where; ``works`` and ``bibliography`` make works
of the book's own places and of its sources. From works come references in words (``formatted``), files for reference
managers (``csl``, ``bibtex``, ``ris``), what a page says of itself (``tags``, ``jsonld``) and the citation of a single
number (``numbers``). Nothing here knows of Sphinx.
"""

"""Mutation testing of the book: change one thing that a reader could see, and some check must say so.

A *mutant* is the book with one such change; a mutant that no check finds *survives*, and is a hole in the promise that
no number can be wrong, stale or different between languages. Each medium is a module that makes its mutants and tries
them:

``data``      cells of the tables: facts, rates, formulas, relations, and the numbers that texts name
``chapters``  the ids of ``{eval}`` expressions in the chapters of either language
``excuses``   what hides a number from the checks: typed or marked in a chapter, in code, in a cell
``sentences`` years, names, directions and sources beside numbers
``pages``     the built pages: rendered amounts, and figures typed into the text

Nothing is built anew: each trial runs the checks of ``factbook build`` that the change would meet, in process, on a
copy of what changed. Run them all with ``make mutants``.
"""

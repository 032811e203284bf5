"""The figures of this report, one module a chapter; :mod:`factbook.figures.figure` says what a figure is."""

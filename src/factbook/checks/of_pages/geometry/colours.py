"""Whose a number is, by the colour in which a figure draws it (the method page explains them)."""

REPORT = "#0072B2"
BOOK = "#C4560A"
PRESS = "#00875F"
OTHER = "#767676"
WARNING = "#B5478C"
INK = "currentColor"

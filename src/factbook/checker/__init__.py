"""Figures in anyone's documents: found, recomputed and judged. It needs no book, and nothing that one is built with."""

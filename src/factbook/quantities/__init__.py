"""Exact amounts, the ranges that printed digits allow, and the one copy of each rule of arithmetic."""

"""Measurements, apart from the tests: ``make bench`` prints ratios, each against something real in the same run."""

"""Who says a number and how it is known: the ledger, the explanations, the codebook, the published tables."""

"""What figures claim together: one module a kind of claim, each a pure function over the sentences of a text."""

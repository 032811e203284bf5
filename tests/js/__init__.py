"""What the scripts of the pages compute, tested with ``node --test`` on examples that Python wrote."""

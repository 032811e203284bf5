"""That somebody compared a row of the data with its source, when, and with what.

``data/reviews.csv`` holds a digest of every row of the other tables and of every source of the bibliography.
``checking`` tells a row that has changed, come or gone since, ``recording`` notes that it has been compared anew,
``showing`` shows what whoever compares it needs. A book whose package declares no such table has no reviews.

A chapter's kernel reads the ``register`` alone; the others also read the bibliography and git.
"""

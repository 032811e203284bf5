"""What a chapter does in Jupyter: what it reads, what a reader supposes, how it is saved and exported."""

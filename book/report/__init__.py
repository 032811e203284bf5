"""What is this report's own: its figures, what they are compared with, its words, its icon."""

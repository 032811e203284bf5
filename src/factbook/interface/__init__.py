"""The strings that a reader or an author sees, one folder a language."""

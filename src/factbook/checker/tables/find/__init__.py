"""What the heads of a table claim of its numbers: one kind of claim a module, pure functions over a sheet."""

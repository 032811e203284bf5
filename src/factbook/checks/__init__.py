"""What must hold before a book is published: of its data, its chapters and its built pages."""

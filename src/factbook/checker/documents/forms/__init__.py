"""The report in each of its forms: ``render(checked, language)`` gives its lines."""

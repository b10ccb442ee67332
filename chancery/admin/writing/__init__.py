"""Between a page's form and its record: saved whole, or refused and kept."""

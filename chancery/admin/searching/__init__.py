"""Finding records by words: in lists, on the search page and from the palette."""

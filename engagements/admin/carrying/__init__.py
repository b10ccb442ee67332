"""Going through a meeting's open items: a page on which each takes one keystroke."""

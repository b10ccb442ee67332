"""How fast the officers' lists are, beside what one would write in an afternoon.

``make bench`` runs it; pytest never does. See docs/speed.md.
"""

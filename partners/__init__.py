"""Who: partners, their institutions and people, and our own desks."""

"""The admin's shared ground: site, base classes, the plumbing's own models."""

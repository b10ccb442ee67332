"""Merging in three steps, undoing it, and where a merged record leads."""

"""Commands of the engagements room."""

"""Choosing a record to relate to: only what the user may see is offered or taken."""

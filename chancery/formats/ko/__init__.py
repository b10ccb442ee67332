"""Formats of dates and times in Korean."""

"""Lists of records: paging, filters, counts, files, and deeds for many rows at once."""

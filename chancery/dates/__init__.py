"""Partial dates: EDTF text in, exact bounds in the database, words out.

`edtf` reads and checks the text, `sql` holds the same rules as PostgreSQL functions,
`fields` ties both to models, `periods` and `filters` ask for rows in a period,
`forms` and `api` are its faces, `words` says a date to a person. The accepted subset
and why it is our own parser: docs/decisions/0003-partial-dates.md.
"""

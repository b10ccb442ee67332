"""Partial dates: EDTF text in, exact bounds in the database, words out.

`edtf` reads the text (`points` one date of it, `errors` what can be wrong), `sql` holds
the same rules for PostgreSQL, `fields` ties both to models, `periods` and `filters` ask
for the rows of a period, `forms` and `api` are its faces, `words` says a date to a
person in the `phrases` of a language, and `reading` understands what a person wrote
(`drafts` one date of it, `lexicon` the words). What is accepted and why the parser is
our own: docs/decisions/0003-partial-dates.md.
"""

"""From a spreadsheet to records: read, map columns, check, import, all or nothing.

The plumbing knows files, columns and rows; what a row means is said by the rooms in
their ``imports``, and written by their actions.
"""

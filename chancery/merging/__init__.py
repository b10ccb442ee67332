"""Making one record of two: what refers to the one that goes leads to the other.

``policies`` says what becomes of each relation, ``moving`` does it and writes down
what it did, ``returning`` takes it back.
"""

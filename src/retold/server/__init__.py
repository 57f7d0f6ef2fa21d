"""A trace in a browser: the pages of `report`, given when asked for, with search and collation on demand.

A catalogue (SQLite) says which rows of a trace belong to which story, so that one story of a hundred
thousand articles is read without the others.
"""

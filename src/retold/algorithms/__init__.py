"""Algorithms that several steps share; they know nothing of articles."""

"""Engines: who does the work that stands alone, such as pairs to align and stories to follow."""

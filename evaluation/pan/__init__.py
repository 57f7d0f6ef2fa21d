"""A corpus of text reuse as PAN 2014 posed it, made at run time, and the scores of that task."""

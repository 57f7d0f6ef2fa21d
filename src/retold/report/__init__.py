"""What was found, for readers: rows for machines, the terminal, and one self-contained page.

`index` and `summary` turn a trace into plain data once; `terminal` and `page`
only lay that data out, so that both always say the same.
"""

"""The formats a trace can be exported to: one file for each; a file with a `FORMAT` is found by itself."""

"""The version, on the ground floor because a trace records it."""

__version__ = "0.1.0"

"""The steps: pure functions, each a stranger to the others."""

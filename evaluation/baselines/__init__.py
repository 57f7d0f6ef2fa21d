"""Simple methods to be beaten; they share no code with retold."""

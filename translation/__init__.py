"""How the program's messages are gathered for translators."""

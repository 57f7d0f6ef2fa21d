"""Who invents the stories: grammars, planters and the truth they know.

This package judges retold and shares no code, lexicon or pattern with it.
`tests.synthetic` is its public face.
"""

"""The articles of one job, and the wide half of it: from a corpus to its stories, batch by batch."""

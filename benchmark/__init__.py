"""A benchmark of retold news that anybody can run: piles with a known truth, answers as JSON, scorers."""

"""The finders: each reads two versions and proposes candidates of one kind of change; none writes."""

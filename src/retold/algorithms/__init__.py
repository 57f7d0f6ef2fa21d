"""Algorithms that several steps share, on a floor below them: no step, setting or model is known here.

    components     the connected components of a graph (union-find)
    flat_components  the same of a large graph whose nodes are numbers
    linkage        average linkage of a whole table of likenesses
    reciprocal     average linkage of a sparse graph, in rounds of reciprocal nearest neighbours
    edits          edit distance, and what a single edit did to a word
    trees          rooted trees as an array of parents: orders, descendants, rerooting, a spanning tree
    arborescence   the maximum branching of a directed graph
    forests        the probability of each edge over all directed forests (matrix-tree theorem)
    partitions     rows by the hash of their key, in memory or in files
    heap           memory that was freed, given back to the system
    ahead          the results of work on a stream, some of it done ahead by threads

Each one names its source and its cost; a test holds each against a plain or a well known reference.
"""

"""The wide half of the job as a flow of tables, for engines that run on many machines.

`plan` has the tables and their joins in order; the other modules have the functions from record batches to
record batches, which call what the local engine calls. Rows are those of the local engine, however the
tables are partitioned.
"""

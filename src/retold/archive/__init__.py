"""Traces on disk: Parquet tables and a manifest."""

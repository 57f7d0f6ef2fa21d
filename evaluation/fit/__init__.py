"""Fitting: weights, parameters and tables of support, from labels, with held-out figures beside."""

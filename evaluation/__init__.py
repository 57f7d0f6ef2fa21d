"""Measured quality: loaders, scorers and the gate whose floors only rise."""

"""Plain data of every screen: what a reader should see of a trace, before any layout."""

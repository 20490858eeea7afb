"""Pages of node days and theme activities."""

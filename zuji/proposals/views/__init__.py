"""Pages of proposals; one file for each noun."""

"""Pages that all gatherings share; a record app's urls.py names the noun they are for."""

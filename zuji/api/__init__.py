"""JSON for other programs: one module per app, calling the same queries, forms and actions as the pages."""

"""One small year for each convention, which breaks it on purpose; its README.md argues the result by hand."""

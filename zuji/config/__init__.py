"""Settings, root URLs and the WSGI entry: how the apps are put together."""

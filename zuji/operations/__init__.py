"""The `zuji` command: load, figures, verify, explain, bench, worker. Like config it may see every app."""

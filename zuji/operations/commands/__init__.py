"""Subcommands of `zuji`, one module each."""

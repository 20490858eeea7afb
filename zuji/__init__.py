"""Zuji 足迹 makes the written institutions of a branch run."""

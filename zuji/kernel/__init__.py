"""The judgement as portable SQL: rows in, rows out, on any engine. No Django, no I/O but the engine handed in."""

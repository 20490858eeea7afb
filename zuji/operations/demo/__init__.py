"""The demo: two branches below one city committee, the year 2018, and accounts whose passwords are published."""

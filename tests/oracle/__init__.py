"""A second opinion: a naive calculator of one branch's year, and a generator of years to ask it about."""

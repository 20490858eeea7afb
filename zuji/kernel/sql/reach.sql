-- Whose footprints and duties can matter to the scope: its branches and everyone above them. Grain: organization.
-- Whoever reads the ledger first picks these from it, in a subquery: then SQLite goes by the index even though it cannot
-- know that they are few, and PostgreSQL, which joins in the order written, picks before it joins.
SELECT DISTINCT c.ancestor_id AS organization_id
FROM scope s
CROSS JOIN organization_closure c
WHERE c.descendant_id = s.organization_id

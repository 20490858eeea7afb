-- Whose footprints and duties can matter to the scope: its branches and everyone above them. Grain: organization.
SELECT DISTINCT c.ancestor_id AS organization_id
FROM scope s
CROSS JOIN organization_closure c
WHERE c.descendant_id = s.organization_id

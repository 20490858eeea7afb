-- Whose footprints and duties can matter to the scope: its branches and everyone above them. Grain: organization.
SELECT DISTINCT c.ancestor_id AS organization_id
FROM organization_closure c
JOIN scope s ON s.organization_id = c.descendant_id

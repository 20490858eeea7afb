-- Which duty binds which branch: an institution binds the subtree of the organization that adopted it.
-- Grain: duty x branch of the scope.
SELECT d.id AS duty_id, s.organization_id
FROM scope s
JOIN organization_closure c ON c.descendant_id = s.organization_id
JOIN duty d ON d.organization_id = c.ancestor_id

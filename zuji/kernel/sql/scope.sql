-- The branches that are judged in this run. Grain: one row per branch at or below :organization_id.
SELECT c.descendant_id AS organization_id
FROM organization_closure c
JOIN organization o ON o.id = c.descendant_id
WHERE c.ancestor_id = :organization_id
  AND o.level = 'branch'

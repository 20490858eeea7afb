-- Footprints of :year on which a duty opens a window, as far as they stand. Grain: footprint of a kind that triggers x
-- branch it concerns: its own, or every branch below.
SELECT f.kind, s.organization_id, f.about, f.day, f.due_day
FROM (SELECT * FROM footprint WHERE organization_id IN (SELECT organization_id FROM reach)) f
JOIN (SELECT DISTINCT trigger_kind FROM duty WHERE cadence = 'per_trigger') opens ON opens.trigger_kind = f.kind
JOIN period y ON y.cadence = 'yearly' AND y.year = :year AND y.first_day <= f.day AND f.day <= y.last_day
JOIN organization_closure c ON c.ancestor_id = f.organization_id
JOIN scope s ON s.organization_id = c.descendant_id
LEFT JOIN (SELECT reverses_id FROM footprint WHERE reverses_id IS NOT NULL) undone ON undone.reverses_id = f.id
WHERE NOT (f.reverses_id IS NOT NULL)
  AND undone.reverses_id IS NULL
  AND f.day >= :first_day
  AND f.cohort_day <= :last_day

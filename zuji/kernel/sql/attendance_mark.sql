-- How people are marked at events, as far as it stands: neither a reversal nor reversed. Grain: footprint with a mark.
SELECT f.organization_id, f.about, f.member_id, f.mark
FROM (SELECT * FROM footprint WHERE organization_id IN (SELECT organization_id FROM reach)) f
LEFT JOIN (SELECT reverses_id FROM footprint WHERE reverses_id IS NOT NULL) undone ON undone.reverses_id = f.id
WHERE f.mark <> ''
  AND NOT (f.reverses_id IS NOT NULL)
  AND undone.reverses_id IS NULL
  AND f.day >= :first_day
  AND f.cohort_day <= :last_day

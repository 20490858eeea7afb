-- Who was expected where, and whether they came: events x memberships - exemptions, with the mark (C2).
-- Grain: event x member expected. No mark means absent; an excused mark leaves the denominator.
SELECT e.kind, e.event, e.day, e.organization_id, m.member_id,
       CASE WHEN pm.is_present = 1 THEN 1 ELSE 0 END AS present,
       CASE WHEN pm.is_excused = 1 THEN 0 ELSE 1 END AS expected
FROM event e
CROSS JOIN membership m
LEFT JOIN exempt_span x ON x.member_id = m.member_id AND x.from_day <= e.day AND e.day < x.until_day
LEFT JOIN attendance_mark f
  ON f.organization_id = e.organization_id AND f.about = e.event AND f.member_id = m.member_id
LEFT JOIN policy_mark pm ON pm.policy_id = e.policy_id AND pm.mark = f.mark
WHERE m.organization_id = e.organization_id AND m.from_day <= e.day AND e.day < m.until_day
  AND x.member_id IS NULL

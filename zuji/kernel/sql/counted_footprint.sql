-- Footprints that may count as of :as_of_day: on time or confirmed (C1), of members of the day (C13), and of a kind that the
-- policy of the day lets count: "own" where nobody else took the lead, "none" for nobody.
-- Neither a reversal nor reversed. A cohort never lies after its day: with the two bounds it suffices that either of them
-- lies between. Grain: one row per footprint without a mark; marks are read by attendance_mark.sql.
SELECT f.id, f.kind, f.organization_id, f.credit, f.member_id, f.actor_id, f.about, f.day, f.cohort_day, f.quantity,
       CASE WHEN f.recorded_day > f.day + p.late_after_days THEN 1 ELSE 0 END AS is_late
FROM (SELECT * FROM footprint WHERE organization_id IN (SELECT organization_id FROM reach)) f
JOIN policy_span s
  ON s.organization_id = f.organization_id AND s.from_day <= f.day AND f.day < s.until_day
JOIN policy p ON p.id = s.policy_id
LEFT JOIN policy_kind k ON k.policy_id = s.policy_id AND k.kind = f.kind
LEFT JOIN membership m
  ON m.organization_id = f.organization_id AND m.member_id = f.member_id AND m.from_day <= f.day AND f.day < m.until_day
LEFT JOIN (SELECT reverses_id FROM footprint WHERE reverses_id IS NOT NULL) undone ON undone.reverses_id = f.id
WHERE f.mark = ''
  AND NOT (f.reverses_id IS NOT NULL)
  AND undone.reverses_id IS NULL
  AND f.day >= :first_day
  AND f.cohort_day <= :last_day
  AND f.day <= :as_of_day
  AND (f.recorded_day <= f.day + p.late_after_days OR f.is_confirmed = 1)
  AND (f.member_id IS NULL OR m.id IS NOT NULL)
  AND (k.kind IS NULL OR k.counts = 'all' OR (k.counts = 'own' AND COALESCE(f.actor_id, f.member_id) = f.member_id))

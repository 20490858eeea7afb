-- What the reader should know of a footprint of :year: entered late, not a member, set aside, nobody in office.
-- Grain: footprint x code. An office is asked only where a duty in force that day asks it.
SELECT f.id AS footprint_id, 'LATE_CONFIRMED' AS code
FROM live_footprint f
JOIN scope b ON b.organization_id = f.organization_id
JOIN period y ON y.cadence = 'yearly' AND y.year = :year AND y.first_day <= f.day AND f.day <= y.last_day
JOIN policy_span s ON s.organization_id = f.organization_id AND s.from_day <= f.day AND f.day < s.until_day
JOIN policy p ON p.id = s.policy_id
WHERE f.mark = '' AND f.recorded_day > f.day + p.late_after_days AND f.is_confirmed = 1
UNION ALL
SELECT f.id, 'LATE_UNCONFIRMED'
FROM live_footprint f
JOIN scope b ON b.organization_id = f.organization_id
JOIN period y ON y.cadence = 'yearly' AND y.year = :year AND y.first_day <= f.day AND f.day <= y.last_day
JOIN policy_span s ON s.organization_id = f.organization_id AND s.from_day <= f.day AND f.day < s.until_day
JOIN policy p ON p.id = s.policy_id
WHERE f.mark = '' AND f.recorded_day > f.day + p.late_after_days AND f.is_confirmed = 0
UNION ALL
SELECT f.id, 'NOT_A_MEMBER'
FROM live_footprint f
JOIN scope b ON b.organization_id = f.organization_id
JOIN period y ON y.cadence = 'yearly' AND y.year = :year AND y.first_day <= f.day AND f.day <= y.last_day
LEFT JOIN membership m
  ON m.organization_id = f.organization_id AND m.member_id = f.member_id AND m.from_day <= f.day AND f.day < m.until_day
WHERE f.mark = '' AND f.member_id IS NOT NULL AND m.id IS NULL
UNION ALL
SELECT f.id, 'DUPLICATE'
FROM live_footprint f
JOIN scope b ON b.organization_id = f.organization_id
JOIN period y ON y.cadence = 'yearly' AND y.year = :year AND y.first_day <= f.day AND f.day <= y.last_day
WHERE f.kind = 'info.duplicate'
UNION ALL
SELECT f.id, 'SET_ASIDE'
FROM live_footprint f
JOIN scope b ON b.organization_id = f.organization_id
JOIN period y ON y.cadence = 'yearly' AND y.year = :year AND y.first_day <= f.day AND f.day <= y.last_day
JOIN policy_span s ON s.organization_id = f.organization_id AND s.from_day <= f.day AND f.day < s.until_day
JOIN policy_kind k ON k.policy_id = s.policy_id AND k.kind = f.kind
WHERE f.mark = '' AND (k.counts = 'none' OR (k.counts = 'own' AND COALESCE(f.actor_id, f.member_id) <> f.member_id))
UNION ALL
SELECT f.id, 'NOT_IN_OFFICE'
FROM live_footprint f
JOIN scope b ON b.organization_id = f.organization_id
JOIN period y ON y.cadence = 'yearly' AND y.year = :year AND y.first_day <= f.day AND f.day <= y.last_day
JOIN (
  SELECT DISTINCT k.kind, a.organization_id
  FROM duty_kind k
  JOIN duty d ON d.id = k.duty_id
  JOIN applies a ON a.duty_id = d.id
  WHERE d.needs_actor_post = 1
) asks ON asks.kind = f.kind AND asks.organization_id = f.organization_id
LEFT JOIN (
  SELECT DISTINCT h.organization_id, h.member_id, h.from_day, h.until_day, k.kind
  FROM post_assignment h
  JOIN applies a ON a.organization_id = h.organization_id
  JOIN duty_post dp ON dp.duty_id = a.duty_id AND dp.role = 'actor' AND dp.post = h.post
  JOIN duty_kind k ON k.duty_id = a.duty_id
) holds
  ON holds.organization_id = f.organization_id AND holds.member_id = f.actor_id AND holds.kind = f.kind
  AND holds.from_day <= f.day AND f.day < holds.until_day
WHERE holds.member_id IS NULL

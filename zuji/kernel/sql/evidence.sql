-- The footprints that count towards each obligation of measure count or ratio, with their sign and part.
-- Grain: obligation x footprint x part. A ratio goes by cohort_day: what was decided later counts with its submission.
SELECT o.duty_id, o.organization_id, o.member_id, o.window_key, f.id AS footprint_id, k.part, k.sign, f.quantity,
       f.is_late, f.day
FROM obligation o
JOIN duty d ON d.id = o.duty_id
JOIN duty_kind k ON k.duty_id = o.duty_id
JOIN counted_footprint f ON f.organization_id = o.organization_id AND f.kind = k.kind AND f.credit = 'branch'
LEFT JOIN acted_in_office i ON i.duty_id = o.duty_id AND i.footprint_id = f.id
WHERE d.credited_to = 'branch'
  AND (o.measure = 'count' AND f.day >= o.from_day AND f.day <= o.to_day
    OR o.measure = 'ratio' AND f.cohort_day >= o.from_day AND f.cohort_day <= o.to_day)
  AND (o.member_id = 0 OR o.member_id = f.member_id)
  AND (d.about_window = 0 OR f.about = o.window_key)
  AND (d.needs_actor_post = 0 OR i.footprint_id IS NOT NULL)
UNION ALL
SELECT o.duty_id, o.organization_id, o.member_id, o.window_key, f.id, k.part, k.sign, f.quantity, f.is_late, f.day
FROM obligation o
JOIN duty d ON d.id = o.duty_id
JOIN duty_kind k ON k.duty_id = o.duty_id
JOIN counted_footprint f
  ON f.organization_id = o.organization_id AND f.member_id = o.member_id AND f.kind = k.kind AND f.credit = 'member'
LEFT JOIN acted_in_office i ON i.duty_id = o.duty_id AND i.footprint_id = f.id
WHERE d.credited_to = 'member'
  AND (o.measure = 'count' AND f.day >= o.from_day AND f.day <= o.to_day
    OR o.measure = 'ratio' AND f.cohort_day >= o.from_day AND f.cohort_day <= o.to_day)
  AND (d.about_window = 0 OR f.about = o.window_key)
  AND (d.needs_actor_post = 0 OR i.footprint_id IS NOT NULL)

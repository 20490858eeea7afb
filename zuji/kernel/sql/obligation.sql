-- What is owed: duty x bearer x (about) x window, with the reason where it is not.
-- Grain: one row per window of a branch duty (member_id 0); one per window and member where each member owes or is the
-- one it is about. minimum_n / minimum_d is the exact minimum; is_floored says that it is rounded down to a whole.
SELECT w.duty_id, w.organization_id, 0 AS member_id, w.year, w.window_key, w.opens_day, w.from_day, w.to_day,
       w.last_day, d.measure, '' AS exclusion, d.minimum_n, d.minimum_d, 0 AS is_floored
FROM duty_window w
JOIN duty d ON d.id = w.duty_id
WHERE d.bearer <> 'member' AND d.about = ''
UNION ALL
SELECT w.duty_id, w.organization_id, m.member_id, w.year, w.window_key, w.opens_day, w.from_day, w.to_day,
       w.last_day, d.measure,
       CASE
         WHEN d.owed_on_last_day = 1 AND m.until_day <= w.last_day THEN 'not_on_roll'
         WHEN w.last_day - m.from_day + 1 < d.minimum_days THEN 'too_new'
         WHEN d.joined_by_month > 0 AND m.from_day > j.first_day + d.joined_by_day - 1 THEN 'joined_late'
         WHEN h.member_id IS NOT NULL THEN 'holds_post'
         WHEN n.member_id IS NOT NULL THEN 'no_office'
         WHEN d.waive_exempt_on_last_day = 1 AND x.member_id IS NOT NULL THEN 'exempt'
         WHEN d.waive_exempt_months > 0 AND mm.exempt_months >= d.waive_exempt_months THEN 'exempt_months'
         WHEN d.prorate_months > 0 AND d.minimum_n * mm.full_months < d.minimum_d * d.prorate_months THEN 'minimum_zero'
         ELSE '' END,
       CASE WHEN d.prorate_months > 0 THEN d.minimum_n * mm.full_months ELSE d.minimum_n END,
       CASE WHEN d.prorate_months > 0 THEN d.minimum_d * d.prorate_months ELSE d.minimum_d END,
       CASE WHEN d.prorate_months > 0 THEN 1 ELSE 0 END
FROM duty_window w
JOIN duty d ON d.id = w.duty_id AND (d.bearer = 'member' OR d.about = 'member')
JOIN span m
  ON m.organization_id = w.organization_id AND m.from_day <= w.last_day AND m.until_day > w.opens_day
  AND (m.next_from_day IS NULL OR m.next_from_day > w.last_day)
LEFT JOIN period j ON j.cadence = 'monthly' AND j.year = w.year AND j.number = d.joined_by_month
LEFT JOIN exempt_span x ON x.member_id = m.member_id AND x.from_day <= w.last_day AND w.last_day < x.until_day
LEFT JOIN member_month mm ON mm.organization_id = m.organization_id AND mm.member_id = m.member_id
LEFT JOIN excluded_holder h
  ON h.duty_id = w.duty_id AND h.organization_id = w.organization_id AND h.window_key = w.window_key
  AND h.member_id = m.member_id
LEFT JOIN not_asked n
  ON n.duty_id = w.duty_id AND n.organization_id = w.organization_id AND n.window_key = w.window_key
  AND n.member_id = m.member_id

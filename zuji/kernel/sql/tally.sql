-- What was done towards each obligation, in the duty's unit. Grain: one row per obligation with any footprint.
SELECT duty_id, organization_id, member_id, window_key,
       CAST(SUM(CASE WHEN part = 'numerator' THEN sign * quantity ELSE 0 END) AS BIGINT) AS numerator,
       CAST(SUM(CASE WHEN part = 'denominator' THEN sign * quantity ELSE 0 END) AS BIGINT) AS denominator,
       MAX(is_late) AS is_late, MAX(day) AS last_on
FROM evidence
GROUP BY duty_id, organization_id, member_id, window_key
UNION ALL
SELECT o.duty_id, o.organization_id, o.member_id, o.window_key,
       CAST(SUM(a.present * a.expected) AS BIGINT), CAST(SUM(a.expected) AS BIGINT), 0, MAX(a.day)
FROM obligation o
JOIN duty_kind k ON k.duty_id = o.duty_id AND k.part = 'denominator'
JOIN attendance a
  ON a.organization_id = o.organization_id AND a.kind = k.kind AND a.member_id = o.member_id
  AND a.day >= o.from_day AND a.day <= o.to_day
WHERE o.measure = 'share'
GROUP BY o.duty_id, o.organization_id, o.member_id, o.window_key
UNION ALL
SELECT o.duty_id, o.organization_id, o.member_id, o.window_key,
       CAST(SUM(a.present * a.expected) AS BIGINT), CAST(SUM(a.expected) AS BIGINT), 0, MAX(a.day)
FROM obligation o
JOIN attendance a ON a.organization_id = o.organization_id AND a.event = o.window_key
WHERE o.measure = 'coverage'
GROUP BY o.duty_id, o.organization_id, o.member_id, o.window_key

-- Members of whom a duty is not asked: the policy of the window's last day asks what counts its kind of the holders of a
-- public office only, and they hold none that day. Grain: duty x branch x window x member.
SELECT DISTINCT w.duty_id, w.organization_id, w.window_key, m.member_id
FROM duty_window w
JOIN policy_span s ON s.organization_id = w.organization_id AND s.from_day <= w.last_day AND w.last_day < s.until_day
JOIN policy_kind k ON k.policy_id = s.policy_id AND k.owed_by <> ''
JOIN duty_kind dk ON dk.duty_id = w.duty_id AND dk.kind = k.kind
JOIN (SELECT DISTINCT organization_id, member_id FROM span) m ON m.organization_id = w.organization_id
LEFT JOIN public_office o
  ON o.member_id = m.member_id AND o.kind = k.owed_by AND COALESCE(o.from_on, 0) <= w.last_day
  AND w.last_day < o.until_on
WHERE o.member_id IS NULL

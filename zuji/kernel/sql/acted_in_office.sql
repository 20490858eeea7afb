-- Footprints done by someone who held, that day, a post that the duty asks of the one who acts (C11).
-- Grain: duty x footprint.
SELECT DISTINCT k.duty_id, f.id AS footprint_id
FROM counted_footprint f
JOIN duty_kind k ON k.kind = f.kind
JOIN duty_post dp ON dp.duty_id = k.duty_id AND dp.role = 'actor'
JOIN post_assignment a
  ON a.organization_id = f.organization_id AND a.member_id = f.actor_id AND a.post = dp.post
  AND a.from_day <= f.day AND f.day < a.until_day

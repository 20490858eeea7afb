-- The footprints that count towards each obligation of measure count or ratio, with their sign and part.
-- Grain: obligation x footprint x part.
SELECT o.duty_id, o.organization_id, o.member_id, o.window_key, c.footprint_id, c.part, c.sign, c.quantity, c.is_late,
       c.day
FROM claim c
JOIN obligation o
  ON o.duty_id = c.duty_id AND o.organization_id = c.organization_id AND o.member_id = c.member_id
  AND o.from_day <= c.counts_on AND c.counts_on <= o.to_day
WHERE c.about_window = 0 OR c.about = o.window_key

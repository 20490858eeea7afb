-- Membership spans of the scope with the start of the same member's next one, so that the last span of a window is
-- found without grouping. Grain: membership span.
SELECT m.organization_id, m.member_id, m.from_day, m.until_day,
       LEAD(m.from_day) OVER (PARTITION BY m.organization_id, m.member_id ORDER BY m.from_day) AS next_from_day
FROM membership m
WHERE m.organization_id IN (SELECT organization_id FROM scope)

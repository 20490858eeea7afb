-- Events at which people are expected: footprints of the kinds that a coverage or a share divides by, and all-member
-- sessions, of which the figures say who came even where no duty asks it.
-- Grain: event x branch whose members are expected (a city's event expects the members of every branch below),
-- with the policy that branch has that day.
SELECT DISTINCT f.kind, f.about AS event, f.day, s.organization_id, policy_span.policy_id
FROM counted_footprint f
JOIN (
  SELECT k.kind
  FROM duty_kind k
  JOIN duty d ON d.id = k.duty_id
  WHERE d.measure IN ('coverage', 'share') AND k.part = 'denominator'
  UNION
  SELECT 'meeting.held'
) expects ON expects.kind = f.kind
JOIN organization_closure c ON c.ancestor_id = f.organization_id
JOIN scope s ON s.organization_id = c.descendant_id
LEFT JOIN policy_span
  ON policy_span.organization_id = s.organization_id AND policy_span.from_day <= f.day AND f.day < policy_span.until_day

-- Events at which people are expected: footprints of the kinds that a coverage or a share divides by.
-- Grain: event x branch whose members are expected (a city's event expects the members of every branch below).
SELECT DISTINCT f.kind, f.about AS event, f.day, s.organization_id
FROM counted_footprint f
JOIN (
  SELECT DISTINCT k.kind
  FROM duty_kind k
  JOIN duty d ON d.id = k.duty_id
  WHERE d.measure IN ('coverage', 'share') AND k.part = 'denominator'
) expects ON expects.kind = f.kind
JOIN organization_closure c ON c.ancestor_id = f.organization_id
JOIN scope s ON s.organization_id = c.descendant_id

-- Exemptions of one member of the scope merged where they touch or overlap. Grain: member x unbroken exempt span.
SELECT member_id, MIN(from_day) AS from_day, MAX(until_day) AS until_day
FROM (
  SELECT member_id, from_day, until_day, SUM(starts) OVER (PARTITION BY member_id ORDER BY from_day, id) AS island
  FROM (
    SELECT e.id, e.member_id, e.from_day, e.until_day,
           CASE WHEN e.from_day <= MAX(e.until_day) OVER (
             PARTITION BY e.member_id ORDER BY e.from_day, e.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
           ) THEN 0 ELSE 1 END AS starts
    FROM exemption e
    WHERE e.member_id IN (SELECT member_id FROM span)
  ) marked
) numbered
GROUP BY member_id, island

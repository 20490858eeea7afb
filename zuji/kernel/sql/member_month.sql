-- Full and exempt months of :year (C5). A month is exempt when every day is; full when every day is membership and the
-- month is not exempt. Grain: organization x member with a span between the bounds, who may be asked by some window.
-- Nearly everyone is there all year and never exempt: twelve full months without looking at each.
SELECT organization_id, member_id, CAST(SUM(full_months) AS BIGINT) AS full_months,
       CAST(SUM(exempt_months) AS BIGINT) AS exempt_months
FROM (
  SELECT m.organization_id, m.member_id, 12 AS full_months, 0 AS exempt_months
  FROM span m
  JOIN period y ON y.cadence = 'yearly' AND y.year = :year AND m.from_day <= y.first_day AND m.until_day > y.last_day
  WHERE m.member_id NOT IN (SELECT member_id FROM exempt_span)
  UNION ALL
  SELECT covered.organization_id, covered.member_id,
         CASE WHEN covered.days = covered.month_days AND x.member_id IS NULL THEN 1 ELSE 0 END,
         CASE WHEN x.member_id IS NULL THEN 0 ELSE 1 END
  FROM (
    SELECT m.organization_id, m.member_id, p.first_day, p.last_day, p.last_day - p.first_day + 1 AS month_days,
           SUM(CASE WHEN m.until_day <= p.first_day OR m.from_day > p.last_day THEN 0
               ELSE CASE WHEN m.until_day > p.last_day THEN p.last_day + 1 ELSE m.until_day END
                  - CASE WHEN m.from_day < p.first_day THEN p.first_day ELSE m.from_day END END) AS days
    FROM span m
    JOIN period y ON y.cadence = 'yearly' AND y.year = :year
    JOIN period p ON p.cadence = 'monthly' AND p.year = :year
    WHERE m.from_day <= :last_day AND m.until_day > :first_day
      AND (m.from_day > y.first_day OR m.until_day <= y.last_day OR m.member_id IN (SELECT member_id FROM exempt_span))
    GROUP BY m.organization_id, m.member_id, p.first_day, p.last_day
  ) covered
  LEFT JOIN exempt_span x
    ON x.member_id = covered.member_id AND x.from_day <= covered.first_day AND covered.last_day < x.until_day
) months
GROUP BY organization_id, member_id

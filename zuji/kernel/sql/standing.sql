-- How each obligation stands as of :as_of_day. Grain: one row per obligation; nothing done gives numerator 0.
-- A count is met as soon as it is reached; what divides is decided when its window has closed, and with an empty
-- denominator there is no verdict. Compared as exact integers (C10); a floored minimum: n >= floor(a / b) is n*b + b > a.
SELECT o.duty_id, o.organization_id, o.member_id, o.year, o.window_key, o.opens_day, o.from_day, o.to_day,
       o.exclusion, o.minimum_n, o.minimum_d, o.is_floored, o.numerator, o.denominator, o.is_late, o.last_on,
       CASE
         WHEN o.exclusion IN ('exempt', 'exempt_months') THEN 'waived'
         WHEN o.exclusion <> '' THEN 'not_applicable'
         WHEN o.measure = 'count' AND o.is_reached = 1 THEN 'met'
         WHEN :as_of_day < o.opens_day THEN 'pending'
         WHEN :as_of_day <= o.to_day THEN 'due'
         WHEN o.measure = 'count' THEN 'missed'
         WHEN o.denominator <= 0 THEN 'not_applicable'
         WHEN o.is_reached = 1 THEN 'met'
         ELSE 'missed' END AS status
FROM (
  SELECT ob.duty_id, ob.organization_id, ob.member_id, ob.year, ob.window_key, ob.opens_day, ob.from_day, ob.to_day,
         ob.exclusion, ob.measure, ob.minimum_n, ob.minimum_d, ob.is_floored,
         COALESCE(t.numerator, 0) AS numerator, COALESCE(t.denominator, 0) AS denominator,
         COALESCE(t.is_late, 0) AS is_late, t.last_on,
         CASE
           WHEN ob.measure = 'count' AND ob.is_floored = 1
             THEN CASE WHEN COALESCE(t.numerator, 0) * ob.minimum_d + ob.minimum_d > ob.minimum_n THEN 1 ELSE 0 END
           WHEN ob.measure = 'count'
             THEN CASE WHEN COALESCE(t.numerator, 0) * ob.minimum_d >= ob.minimum_n THEN 1 ELSE 0 END
           WHEN COALESCE(t.numerator, 0) * ob.minimum_d >= ob.minimum_n * COALESCE(t.denominator, 0) THEN 1
           ELSE 0 END AS is_reached
  FROM obligation ob
  LEFT JOIN tally t
    ON t.duty_id = ob.duty_id AND t.organization_id = ob.organization_id AND t.member_id = ob.member_id
    AND t.window_key = ob.window_key
) o

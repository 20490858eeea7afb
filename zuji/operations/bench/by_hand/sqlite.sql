-- The year 2018 of the made-up nation, as one would write it for SQLite alone: the 17 rules are constants, seen when all
-- windows have closed; what is made on the way has the index that the next step needs.
CREATE TEMP TABLE branch AS
SELECT id AS organization_id FROM organization WHERE level = 'branch';

CREATE TEMP TABLE exempt AS
SELECT member_id, MIN(from_day) AS from_day, MAX(until_day) AS until_day
FROM (
  SELECT *, SUM(starts) OVER (PARTITION BY member_id ORDER BY from_day, id) AS island
  FROM (
    SELECT *, (from_day > COALESCE(MAX(until_day) OVER (
      PARTITION BY member_id ORDER BY from_day, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), -1)) AS starts
    FROM exemption
  ) marked
) numbered
GROUP BY member_id, island;

CREATE TEMP TABLE roll AS
SELECT m.organization_id, m.member_id, m.from_day, m.until_day,
       LEAD(m.from_day, 1, 2932896) OVER (PARTITION BY m.organization_id, m.member_id ORDER BY m.from_day) AS next_day
FROM membership m
JOIN branch b USING (organization_id);

CREATE TEMP TABLE counted AS
SELECT f.id, f.kind, f.organization_id, f.credit, f.member_id, f.actor_id, f.about, f.day, f.cohort_day, f.quantity,
       (f.recorded_day > f.day + p.late_after_days) AS is_late,
       CASE WHEN f.day BETWEEN 17532 AND 17896 THEN CAST(STRFTIME('%m', f.day * 86400, 'unixepoch') AS INTEGER) END AS month
FROM footprint f
JOIN policy_span s ON s.organization_id = f.organization_id AND s.from_day <= f.day AND f.day < s.until_day
JOIN policy p ON p.id = s.policy_id
LEFT JOIN membership m
  ON m.organization_id = f.organization_id AND m.member_id = f.member_id AND m.from_day <= f.day AND f.day < m.until_day
WHERE f.reverses_id IS NULL AND f.mark = '' AND f.day >= 17166 AND f.cohort_day <= 18627
  AND NOT EXISTS (SELECT 1 FROM footprint u WHERE u.reverses_id = f.id)
  AND (f.recorded_day <= f.day + p.late_after_days OR f.is_confirmed = 1)
  AND (f.member_id IS NULL OR m.id IS NOT NULL);

CREATE TEMP TABLE happening AS
SELECT e.kind, e.about AS event, e.day, b.organization_id, s.policy_id
FROM (SELECT DISTINCT kind, about, day, organization_id FROM counted
      WHERE kind IN ('meeting.held', 'activity.held', 'service.held')) e
JOIN organization_closure c ON c.ancestor_id = e.organization_id
JOIN branch b ON b.organization_id = c.descendant_id
LEFT JOIN policy_span s ON s.organization_id = b.organization_id AND s.from_day <= e.day AND e.day < s.until_day;

CREATE TEMP TABLE attended AS
SELECT f.organization_id, f.about, f.member_id, f.mark
FROM footprint f
WHERE f.reverses_id IS NULL AND f.mark <> '' AND f.day >= 17166 AND f.cohort_day <= 18627
  AND NOT EXISTS (SELECT 1 FROM footprint r WHERE r.reverses_id = f.id);

CREATE INDEX temp.attended_by_event ON attended (about, member_id);
CREATE INDEX temp.exempt_member ON exempt (member_id);
CREATE INDEX temp.roll_organization ON roll (organization_id, member_id, from_day);
CREATE TEMP TABLE expected AS
SELECT e.kind, e.event, e.day, e.organization_id, m.member_id,
       COALESCE(pm.is_present, 0) * (1 - COALESCE(pm.is_excused, 0)) AS present, 1 - COALESCE(pm.is_excused, 0) AS expected
FROM happening e
JOIN roll m ON m.organization_id = e.organization_id AND m.from_day <= e.day AND e.day < m.until_day
LEFT JOIN attended a ON a.about = e.event AND a.member_id = m.member_id AND a.organization_id = e.organization_id
LEFT JOIN policy_mark pm ON pm.policy_id = e.policy_id AND pm.mark = a.mark
WHERE NOT EXISTS (SELECT 1 FROM exempt x WHERE x.member_id = m.member_id AND x.from_day <= e.day AND e.day < x.until_day);

CREATE TEMP TABLE opened AS
SELECT CASE t.kind WHEN 'study_task.issued' THEN 2 WHEN 'node_day.planned' THEN 7 WHEN 'journal.issued' THEN 9
       WHEN 'activity.held' THEN 10 ELSE 17 END AS duty_id,
       b.organization_id, t.about AS key, t.day - CASE t.kind WHEN 'node_day.planned' THEN 30 ELSE 0 END AS opens_day,
       t.day - CASE t.kind WHEN 'node_day.planned' THEN 30 WHEN 'study_task.issued' THEN 366 ELSE 0 END AS from_day,
       CASE WHEN t.kind = 'study_task.issued' THEN t.due_day
            WHEN t.kind IN ('node_day.planned', 'journal.issued') THEN t.day + 15 ELSE t.day END AS to_day
FROM footprint t
JOIN organization_closure c ON c.ancestor_id = t.organization_id
JOIN branch b ON b.organization_id = c.descendant_id
WHERE t.kind IN ('study_task.issued', 'node_day.planned', 'journal.issued', 'activity.held', 'service.held')
  AND t.day BETWEEN 17532 AND 17896 AND t.reverses_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM footprint u WHERE u.reverses_id = t.id) AND (t.kind <> 'study_task.issued' OR t.due_day IS NOT NULL);

CREATE TEMP TABLE branch_tally AS
WITH counts (duty_id, kind, grain) AS (VALUES
  (1, 'plenary_study.held', 'year'), (3, 'meeting.held', 'month'), (8, 'journal.submitted', 'year'),
  (13, 'info.reported', 'month'), (14, 'research.completed', 'year'), (15, 'lecture.given', 'year')
), answers (duty_id, kind) AS (VALUES (2, 'study_task.studied'), (7, 'node_day.held'), (9, 'reading.held'))
SELECT w.duty_id, f.organization_id,
       CASE w.grain WHEN 'year' THEN '2018' WHEN 'month' THEN '2018-' || PRINTF('%02d', f.month) END AS key,
       SUM(f.quantity) AS numerator, 0 AS denominator, MAX(f.is_late) AS is_late, MAX(f.day) AS last_on
FROM counted f
JOIN counts w ON w.kind = f.kind
WHERE f.credit = 'branch' AND f.month IS NOT NULL AND (w.duty_id <> 1 OR f.month <= 3)
GROUP BY 1, 2, 3
UNION ALL
SELECT 12, organization_id, '2018', SUM(CASE WHEN kind IN ('proposal.filed', 'proposal.merged') THEN quantity ELSE 0 END),
       SUM(CASE kind WHEN 'proposal.submitted' THEN quantity WHEN 'proposal.withdrawn' THEN -quantity
           WHEN 'proposal.pending' THEN -quantity ELSE 0 END), MAX(is_late), MAX(day)
FROM counted
WHERE credit = 'branch' AND cohort_day BETWEEN 17532 AND 17896
  AND kind IN ('proposal.filed', 'proposal.merged', 'proposal.submitted', 'proposal.withdrawn', 'proposal.pending')
GROUP BY organization_id
UNION ALL
SELECT o.duty_id, o.organization_id, o.key, SUM(f.quantity), 0, MAX(f.is_late), MAX(f.day)
FROM counted f
JOIN answers w ON w.kind = f.kind
JOIN opened o ON o.duty_id = w.duty_id AND o.organization_id = f.organization_id AND o.key = f.about
  AND o.from_day <= f.day AND f.day <= o.to_day
WHERE f.credit = 'branch'
GROUP BY 1, 2, 3
UNION ALL
SELECT CASE kind WHEN 'activity.held' THEN 10 ELSE 17 END, organization_id, event,
       SUM(present), SUM(expected), 0, MAX(day)
FROM expected
WHERE kind <> 'meeting.held'
GROUP BY 1, 2, 3;

CREATE TEMP TABLE member_tally AS
SELECT CASE kind WHEN 'contact.made' THEN 5 WHEN 'thought_report.submitted' THEN 6 WHEN 'proposal.signed' THEN 11 ELSE 16 END
       AS duty_id, organization_id, member_id,
       CASE WHEN kind IN ('contact.made', 'thought_report.submitted') THEN '2018Q' || ((month + 2) / 3) ELSE '2018' END AS key,
       SUM(quantity) AS numerator, 0 AS denominator, MAX(is_late) AS is_late, MAX(day) AS last_on
FROM counted f
WHERE month IS NOT NULL
  AND (credit = 'member' AND (kind IN ('info.reported', 'proposal.signed')
       OR kind = 'thought_report.submitted' AND about = '2018Q' || ((month + 2) / 3))
    OR credit = 'branch' AND kind = 'contact.made' AND EXISTS (
       SELECT 1 FROM post_assignment a WHERE a.organization_id = f.organization_id AND a.member_id = f.actor_id
         AND a.post IN ('branch_director', 'deputy_branch_director') AND a.from_day <= f.day AND f.day < a.until_day))
GROUP BY 1, 2, 3, 4
UNION ALL
SELECT 4, organization_id, member_id, '2018', SUM(present), SUM(expected), 0, MAX(day)
FROM expected
WHERE kind = 'meeting.held' AND day BETWEEN 17532 AND 17896
GROUP BY organization_id, member_id;

CREATE TEMP TABLE uneven AS
SELECT month.organization_id, month.member_id, COUNT(*) FILTER (WHERE days = month_days AND x.member_id IS NULL) AS full_months,
       COUNT(x.member_id) AS exempt_months
FROM (
  SELECT r.organization_id, r.member_id, p.first_day, p.last_day, p.last_day - p.first_day + 1 AS month_days,
         SUM(MAX(0, MIN(r.until_day, p.last_day + 1) - MAX(r.from_day, p.first_day))) AS days
  FROM roll r
  JOIN period p ON p.cadence = 'monthly' AND p.year = 2018
  WHERE (r.organization_id, r.member_id) IN (
    SELECT organization_id, member_id FROM roll WHERE from_day > 17532 OR until_day <= 17896
    UNION SELECT organization_id, member_id FROM roll JOIN exempt USING (member_id))
  GROUP BY 1, 2, 3, 4
) month
LEFT JOIN exempt x ON x.member_id = month.member_id AND x.from_day <= month.first_day AND month.last_day < x.until_day
GROUP BY month.organization_id, month.member_id;

CREATE TEMP TABLE owed AS
WITH w (duty_id, cadence, minimum_n, minimum_d) AS (VALUES
  (1, 'yearly', 1, 1), (3, 'monthly', 1, 1), (8, 'yearly', 12, 1), (12, 'yearly', 17, 20), (13, 'monthly', 6, 1),
  (14, 'yearly', 1, 1), (15, 'yearly', 40, 1))
SELECT w.duty_id, b.organization_id, p.key, p.first_day AS opens_day, p.first_day AS from_day,
       CASE w.duty_id WHEN 1 THEN 17621 ELSE p.last_day END AS to_day, w.minimum_n, w.minimum_d
FROM branch b
CROSS JOIN w
JOIN period p ON p.cadence = w.cadence AND p.year = 2018
UNION ALL
SELECT duty_id, organization_id, key, opens_day, from_day, to_day, 1, 1
FROM opened;

WITH w (duty_id, cadence, minimum_n, minimum_d) AS (VALUES
  (4, 'yearly', 3, 4), (5, 'quarterly', 1, 1), (6, 'quarterly', 1, 1), (11, 'yearly', 1, 1), (16, 'yearly', 4, 12))
SELECT o.duty_id, o.organization_id, 0 AS member_id, 2018 AS year, o.key AS window_key, o.opens_day, o.from_day, o.to_day,
       '' AS exclusion, o.minimum_n, o.minimum_d, 0 AS is_floored, COALESCE(t.numerator, 0) AS numerator,
       COALESCE(t.denominator, 0) AS denominator, COALESCE(t.is_late, 0) AS is_late, t.last_on,
       CASE WHEN o.duty_id IN (10, 12, 17) AND COALESCE(t.denominator, 0) <= 0 THEN 'not_applicable'
            WHEN t.numerator * o.minimum_d >= o.minimum_n * CASE WHEN o.duty_id IN (10, 12, 17) THEN t.denominator ELSE 1 END
            THEN 'met' ELSE 'missed' END AS status
FROM owed o
LEFT JOIN branch_tally t USING (duty_id, organization_id, key)
UNION ALL
SELECT m.duty_id, m.organization_id, m.member_id, 2018, m.key, m.first_day, m.first_day, m.last_day, m.exclusion,
       m.minimum_n, m.minimum_d, m.duty_id = 16, COALESCE(t.numerator, 0), COALESCE(t.denominator, 0),
       COALESCE(t.is_late, 0), t.last_on,
       CASE WHEN m.exclusion IN ('exempt', 'exempt_months') THEN 'waived'
            WHEN m.exclusion <> '' OR m.duty_id = 4 AND COALESCE(t.denominator, 0) <= 0 THEN 'not_applicable'
            WHEN CASE m.duty_id WHEN 4 THEN t.numerator * 4 >= 3 * t.denominator
                 WHEN 16 THEN COALESCE(t.numerator, 0) * 12 + 12 > m.minimum_n ELSE t.numerator >= m.minimum_n END
            THEN 'met' ELSE 'missed' END
FROM (
  SELECT w.duty_id, r.organization_id, r.member_id, p.key, p.first_day, p.last_day,
         CASE WHEN r.until_day <= p.last_day THEN 'not_on_roll'
              WHEN w.duty_id IN (5, 6) AND p.last_day - r.from_day + 1 < 30 THEN 'too_new'
              WHEN w.duty_id NOT IN (5, 6) AND r.from_day > 17712 THEN 'joined_late'
              WHEN w.duty_id = 5 AND h.member_id IS NOT NULL THEN 'holds_post'
              WHEN w.duty_id IN (5, 6) AND x.member_id IS NOT NULL THEN 'exempt'
              WHEN w.duty_id = 11 AND u.exempt_months >= 6 THEN 'exempt_months'
              WHEN w.duty_id = 16 AND u.full_months < 3 THEN 'minimum_zero' ELSE '' END AS exclusion,
         CASE w.duty_id WHEN 16 THEN 4 * COALESCE(u.full_months, 12) ELSE w.minimum_n END AS minimum_n, w.minimum_d
  FROM roll r
  CROSS JOIN w
  JOIN period p ON p.cadence = w.cadence AND p.year = 2018
  LEFT JOIN uneven u ON u.organization_id = r.organization_id AND u.member_id = r.member_id
  LEFT JOIN exempt x ON x.member_id = r.member_id AND x.from_day <= p.last_day AND p.last_day < x.until_day
  LEFT JOIN post_assignment h ON h.organization_id = r.organization_id AND h.member_id = r.member_id
    AND h.post = 'branch_director' AND h.from_day <= p.last_day AND p.last_day < h.until_day
  WHERE r.from_day <= p.last_day AND r.until_day > p.first_day AND r.next_day > p.last_day
) m
LEFT JOIN member_tally t
  ON t.duty_id = m.duty_id AND t.organization_id = m.organization_id AND t.member_id = m.member_id AND t.key = m.key;

-- The spans in which duties are owed in :year, with the version in force on the first day (C9).
-- Grain: duty x branch x calendar period, or duty x branch x trigger.
-- opens_day chooses the version; from_day..to_day is where footprints count; last_day is where membership is asked.
-- A trigger without a due day opens no window that would close by it.
SELECT d.id AS duty_id, a.organization_id, p.year, p.key AS window_key, p.first_day AS opens_day,
       p.first_day AS from_day,
       CASE WHEN d.deadline_month = 0 THEN p.last_day ELSE deadline.first_day + d.deadline_day - 1 END AS to_day,
       p.last_day
FROM duty d
JOIN applies a ON a.duty_id = d.id
JOIN period p ON p.cadence = d.cadence AND p.year = :year
LEFT JOIN period deadline
  ON deadline.cadence = 'monthly' AND deadline.year = p.year AND deadline.number = d.deadline_month
WHERE d.from_day <= p.first_day AND p.first_day < d.until_day
UNION ALL
SELECT d.id, a.organization_id, :year, t.about, t.day + d.opens_offset,
       CASE WHEN d.closes_by = 'due' THEN t.day - 366 ELSE t.day + d.opens_offset END,
       CASE WHEN d.closes_by = 'due' THEN t.due_day ELSE t.day + d.closes_offset END,
       CASE WHEN d.closes_by = 'due' THEN t.due_day ELSE t.day + d.closes_offset END
FROM duty d
JOIN applies a ON a.duty_id = d.id
JOIN occasion t ON t.kind = d.trigger_kind AND t.organization_id = a.organization_id
WHERE d.cadence = 'per_trigger'
  AND d.from_day <= t.day + d.opens_offset AND t.day + d.opens_offset < d.until_day
  AND (d.closes_by <> 'due' OR t.due_day IS NOT NULL)

-- Footprints that stand: neither a reversal nor reversed. Grain: one row per standing footprint between the bounds.
-- NOT (… IS NOT NULL): SQLite takes IS NULL of a unique column for one row, and would walk the whole ledger by it.
-- A cohort never lies after its day: with these two bounds it suffices that either of them lies between.
SELECT f.id, f.kind, f.organization_id, f.credit, f.member_id, f.actor_id, f.about, f.day, f.cohort_day,
       f.due_day, f.quantity, f.mark, f.recorded_day, f.is_confirmed
FROM footprint f
JOIN reach r ON r.organization_id = f.organization_id
LEFT JOIN (SELECT reverses_id FROM footprint WHERE reverses_id IS NOT NULL) undone ON undone.reverses_id = f.id
WHERE NOT (f.reverses_id IS NOT NULL)
  AND undone.reverses_id IS NULL
  AND f.day >= :first_day
  AND f.cohort_day <= :last_day

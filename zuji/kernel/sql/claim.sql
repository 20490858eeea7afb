-- Which footprint speaks to which duty of measure count or ratio, in whose name, and on which day it is to be counted: a
-- ratio goes by cohort_day, so that what was decided later counts with its submission. Grain: duty x footprint x part.
SELECT d.id AS duty_id, f.organization_id, f.id AS footprint_id, k.part, k.sign, f.quantity, f.is_late, f.day, f.about,
       CASE WHEN d.bearer = 'member' OR d.about = 'member' OR d.credited_to = 'member' THEN f.member_id ELSE 0 END
         AS member_id,
       CASE WHEN d.measure = 'ratio' THEN f.cohort_day ELSE f.day END AS counts_on,
       d.about_window
FROM counted_footprint f
JOIN duty_kind k ON k.kind = f.kind
JOIN duty d ON d.id = k.duty_id AND d.credited_to = f.credit
LEFT JOIN acted_in_office i ON i.duty_id = d.id AND i.footprint_id = f.id
WHERE d.measure IN ('count', 'ratio')
  AND (d.needs_actor_post = 0 OR i.footprint_id IS NOT NULL)

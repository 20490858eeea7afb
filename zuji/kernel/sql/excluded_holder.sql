-- Members about whom a duty is not owed, because they hold an excluded post on the window's last day (C11).
-- Grain: duty x branch x window x member.
SELECT DISTINCT w.duty_id, w.organization_id, w.window_key, a.member_id
FROM duty_window w
JOIN duty_post dp ON dp.duty_id = w.duty_id AND dp.role = 'excluded'
JOIN post_assignment a
  ON a.organization_id = w.organization_id AND a.post = dp.post AND a.from_day <= w.last_day AND w.last_day < a.until_day

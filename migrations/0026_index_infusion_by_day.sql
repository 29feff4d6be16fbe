-- Summaries of a period are found by the day of the infusion.
CREATE INDEX infusion_by_day ON infusion (infusion_on, opened_at, id);

-- A course can be held and resumed, or completed before its last date: orders that keep the dose. Courses and orders from before
-- say nothing of it.
ALTER TABLE course ADD COLUMN held BIGINT CHECK (held = 1);
ALTER TABLE course_order ADD COLUMN act TEXT CHECK (act IN ('hold', 'resume', 'complete'));

-- What became of each titration suggestion: an order followed or changed it, or the next infusion was opened without one.
CREATE TABLE titration_answer (
    id TEXT NOT NULL PRIMARY KEY,
    course_id TEXT NOT NULL REFERENCES course (id),
    order_id TEXT REFERENCES course_order (id),
    infusion_id TEXT REFERENCES infusion (id),
    action TEXT NOT NULL CHECK (action IN ('stop_and_review', 'decrease', 'hold', 'increase', 'review')),
    rule TEXT NOT NULL CHECK (rule IN ('serious_event', 'poorly_tolerated', 'no_benefit', 'good_response',
                                       'poor_response', 'at_maximum')),
    per_kg_ug BIGINT CHECK (per_kg_ug > 0),
    outcome TEXT NOT NULL CHECK (outcome IN ('followed', 'changed', 'ignored')),
    noted_at TEXT NOT NULL,
    noted_offset BIGINT NOT NULL,
    CHECK ((order_id IS NULL) <> (infusion_id IS NULL)),
    CHECK ((outcome = 'ignored') = (order_id IS NULL))
);

CREATE INDEX titration_answer_by_rule ON titration_answer (rule, outcome);

CREATE TRIGGER titration_answer_is_never_updated BEFORE UPDATE ON titration_answer
BEGIN
    SELECT RAISE(ABORT, 'titration_answer is append-only');
END;

CREATE TRIGGER titration_answer_is_never_deleted BEFORE DELETE ON titration_answer
BEGIN
    SELECT RAISE(ABORT, 'titration_answer is append-only');
END;

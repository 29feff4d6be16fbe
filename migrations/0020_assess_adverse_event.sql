-- Whether an adverse event is serious and what it comes from, as somebody judged it; earlier events were not judged.
ALTER TABLE adverse_event ADD COLUMN serious BIGINT CHECK (serious = 0 OR serious = 1);
ALTER TABLE adverse_event ADD COLUMN relation TEXT
    CHECK (relation IN ('unrelated', 'unlikely', 'possible', 'probable', 'definite'));

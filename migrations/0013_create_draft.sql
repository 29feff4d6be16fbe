-- What somebody typed and has not saved yet: safe from a crash and offered to its author again, but no part of the record.
CREATE TABLE draft (
    account_id TEXT NOT NULL REFERENCES account (id),
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    content TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    saved_offset BIGINT NOT NULL,
    PRIMARY KEY (account_id, subject_kind, subject_id)
);

CREATE TRIGGER draft_is_never_deleted BEFORE DELETE ON draft
BEGIN
    SELECT RAISE(ABORT, 'a draft is emptied, not deleted');
END;

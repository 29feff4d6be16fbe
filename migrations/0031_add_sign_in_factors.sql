-- A PIN opens the person's own locked screen; a second factor is asked for at sign-in.
ALTER TABLE account ADD COLUMN pin_hash TEXT;

ALTER TABLE account ADD COLUMN pin_failed BIGINT;

ALTER TABLE account ADD COLUMN factor_secret TEXT;

ALTER TABLE account ADD COLUMN factor_step BIGINT;

ALTER TABLE account ADD COLUMN factor_recovery TEXT;

-- A password that an administrator gave is replaced by its owner at the next sign-in; and which key slot was made with a password is noted beside its hash, so that one look at the slot answers for both.
ALTER TABLE account ADD COLUMN password_given BIGINT CHECK (password_given = 1);
ALTER TABLE account ADD COLUMN password_slot TEXT;

-- Among a million patients each identity that was shown cost a page and the row behind it another, and an index entry was three times as
-- long because it carried the identity. A row number is part of every index by itself and leads to the patient at once. rowid is
-- SQLite's; patients are never deleted and their table is never made anew, so that it stays.
-- Through memory, so that an empty clinic is left without a free page: nobody would notice what happens to one.
CREATE TEMPORARY TABLE search_before AS SELECT * FROM patient_search;

DROP TABLE patient_search;

-- Derived from patient and written with it; it holds nothing that patient does not. patient_row is the rowid of the patient.
CREATE TABLE patient_search (
    patient_row INTEGER PRIMARY KEY,
    patient_id TEXT NOT NULL UNIQUE REFERENCES patient (id),
    family_key TEXT NOT NULL,
    given_key TEXT NOT NULL,
    family_1 TEXT NOT NULL,
    family_2 TEXT NOT NULL,
    number_reversed TEXT NOT NULL,
    number_prefix TEXT NOT NULL,
    number_value BIGINT NOT NULL CHECK (number_value >= 0),
    phone_reversed TEXT NOT NULL,
    birthday TEXT NOT NULL CHECK (length(birthday) = 5)
);

INSERT INTO patient_search (patient_row, patient_id, family_key, given_key, family_1, family_2, number_reversed, number_prefix,
                            number_value, phone_reversed, birthday)
SELECT p.rowid, p.id, s.family_key, s.given_key, s.family_1, s.family_2, s.number_reversed, s.number_prefix, s.number_value,
       s.phone_reversed, s.birthday
FROM patient p JOIN search_before s ON s.patient_id = p.id ORDER BY p.rowid;

DROP TABLE search_before;

CREATE INDEX patient_search_by_family ON patient_search (family_key, given_key);

CREATE INDEX patient_search_by_given ON patient_search (given_key, family_key);

-- The first one and two letters of the family name, for "t an" and "te an": both ranges are wide, what they share is not.
CREATE INDEX patient_search_by_letter ON patient_search (family_1, given_key, family_key);

CREATE INDEX patient_search_by_letters ON patient_search (family_2, given_key, family_key);

-- "412" finds "KC 0412": the end of a number is the beginning of its reverse.
CREATE UNIQUE INDEX patient_search_by_number ON patient_search (number_reversed);

CREATE INDEX patient_search_by_digits ON patient_search (number_reversed, family_key, given_key);

CREATE INDEX patient_search_by_series ON patient_search (number_prefix, number_value);

CREATE INDEX patient_search_by_phone ON patient_search (phone_reversed, family_key, given_key);

CREATE INDEX patient_search_by_birthday ON patient_search (birthday, family_key, given_key);

-- At a million patients 2,700 share a birthday and 1,000 share three digits of a number: without their names in the index each of
-- them is a page of its own to read.
ALTER TABLE patient_search ADD COLUMN birthday TEXT NOT NULL DEFAULT '' CHECK (length(birthday) IN (0, 5));

UPDATE patient_search SET birthday = (SELECT substr(p.born_on, 6) FROM patient p WHERE p.id = patient_search.patient_id);

CREATE INDEX patient_search_by_birthday ON patient_search (birthday, family_key, given_key, patient_id);

CREATE INDEX patient_search_by_digits ON patient_search (number_reversed, family_key, given_key, patient_id);

DROP INDEX patient_by_birthday;

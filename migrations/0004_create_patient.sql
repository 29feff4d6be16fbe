-- Patients, and beside them folded keys, so that case, accents and hyphens never hide a person from a search.
CREATE TABLE patient (
    id TEXT NOT NULL PRIMARY KEY,
    clinic_id TEXT NOT NULL REFERENCES clinic (id),
    family_name TEXT NOT NULL,
    given_name TEXT NOT NULL,
    title TEXT NOT NULL,
    preferred_name TEXT NOT NULL,
    born_on TEXT NOT NULL CHECK (length(born_on) = 10),
    gender TEXT NOT NULL CHECK (gender IN ('female', 'male', 'other', 'not_known')),
    clinic_number TEXT NOT NULL UNIQUE,
    phone TEXT NOT NULL,
    allergy_status TEXT NOT NULL CHECK (allergy_status IN ('not_recorded', 'none_known', 'known')),
    allergies TEXT NOT NULL,
    row_version BIGINT NOT NULL CHECK (row_version >= 1)
);

CREATE INDEX patient_by_birth ON patient (born_on);

-- Derived from patient and written with it; it holds nothing that patient does not.
CREATE TABLE patient_search (
    patient_id TEXT NOT NULL PRIMARY KEY REFERENCES patient (id),
    family_key TEXT NOT NULL,
    given_key TEXT NOT NULL,
    family_1 TEXT NOT NULL,
    family_2 TEXT NOT NULL,
    number_reversed TEXT NOT NULL,
    number_prefix TEXT NOT NULL,
    number_value BIGINT NOT NULL CHECK (number_value >= 0),
    phone_reversed TEXT NOT NULL
);

CREATE INDEX patient_search_by_family ON patient_search (family_key, given_key, patient_id);

CREATE INDEX patient_search_by_given ON patient_search (given_key, family_key, patient_id);

-- The first one and two letters of the family name, for "t an" and "te an": both ranges are wide, what they share is not.
CREATE INDEX patient_search_by_letter ON patient_search (family_1, given_key, family_key, patient_id);

CREATE INDEX patient_search_by_letters ON patient_search (family_2, given_key, family_key, patient_id);

-- "412" finds "KC 0412": the end of a number is the beginning of its reverse.
CREATE UNIQUE INDEX patient_search_by_number ON patient_search (number_reversed);

CREATE INDEX patient_search_by_series ON patient_search (number_prefix, number_value);

CREATE INDEX patient_search_by_phone ON patient_search (phone_reversed, family_key, given_key, patient_id);

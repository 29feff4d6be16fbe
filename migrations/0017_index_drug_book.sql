-- The drug book is read by day, by lot and by what was corrected, long after its infusions are over.
CREATE INDEX drug_movement_by_time ON drug_movement (moved_at);

CREATE INDEX drug_movement_by_kind ON drug_movement (kind, vial_id);

CREATE INDEX vial_by_lot ON vial (UPPER(lot));

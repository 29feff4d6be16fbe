-- An order states the weight it was written by, with its basis and its date, and the height if it is known.
-- height_um10 counts hundredths of a millimetre.
CREATE TABLE order_measure (
    order_id TEXT NOT NULL PRIMARY KEY REFERENCES course_order (id),
    weight_g BIGINT NOT NULL CHECK (weight_g > 0),
    weight_basis TEXT NOT NULL CHECK (weight_basis IN ('actual', 'ideal', 'adjusted')),
    weighed_on TEXT NOT NULL CHECK (length(weighed_on) = 10),
    height_um10 BIGINT CHECK (height_um10 > 0)
);

CREATE TRIGGER order_measure_is_never_updated BEFORE UPDATE ON order_measure
BEGIN
    SELECT RAISE(ABORT, 'order_measure is append-only');
END;

CREATE TRIGGER order_measure_is_never_deleted BEFORE DELETE ON order_measure
BEGIN
    SELECT RAISE(ABORT, 'order_measure is append-only');
END;

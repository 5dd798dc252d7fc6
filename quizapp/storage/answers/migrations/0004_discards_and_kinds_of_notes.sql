-- Sessions left in the middle that are offered no longer, and offered again: the last word on each counts.
CREATE TABLE discard (
    number    INTEGER PRIMARY KEY,
    session   INTEGER NOT NULL REFERENCES session (number),
    discarded INTEGER NOT NULL CHECK (discarded IN (0, 1)),
    at        TEXT    NOT NULL
) STRICT;

CREATE INDEX discard_by_session ON discard (session);

-- Whether a note says what is wrong with a question, as all of them did so far, or is the person's own.
ALTER TABLE note ADD COLUMN kind TEXT NOT NULL DEFAULT 'fault' CHECK (kind IN ('fault', 'own'));

-- Undo, flags, notes and fresh starts. As before, rows are added and never changed.

ALTER TABLE attempt ADD COLUMN after_explanation INTEGER NOT NULL DEFAULT 0
    CHECK (after_explanation IN (0, 1));

-- An attempt taken back. It stays where it is; a step may be taken anew once none of its attempts stands.
CREATE TABLE retraction (
    attempt           INTEGER PRIMARY KEY REFERENCES attempt (number),
    after_explanation INTEGER NOT NULL CHECK (after_explanation IN (0, 1)),
    at                TEXT    NOT NULL
) STRICT;

CREATE TRIGGER retraction_never_changes
BEFORE UPDATE ON retraction
BEGIN
    SELECT RAISE(ABORT, 'retractions are only ever added');
END;

CREATE TRIGGER retraction_never_goes
BEFORE DELETE ON retraction
BEGIN
    SELECT RAISE(ABORT, 'retractions are only ever added');
END;

DROP INDEX attempt_once;

CREATE INDEX attempt_by_step ON attempt (session, position, step);

-- No step has two answers that stand.
CREATE TRIGGER attempt_stands_alone
BEFORE INSERT ON attempt
WHEN EXISTS (
    SELECT 1 FROM attempt AS earlier
    WHERE earlier.session = NEW.session AND earlier.position = NEW.position AND earlier.step = NEW.step
      AND NOT EXISTS (SELECT 1 FROM retraction WHERE attempt = earlier.number)
)
BEGIN
    SELECT RAISE(ABORT, 'this step has its answer already');
END;

-- Once more, with all that the view below asks for, so that the index alone answers it.
DROP INDEX attempt_by_question;

CREATE INDEX attempt_by_question
    ON attempt (bank_id, question_id, revision, session, step, after_explanation)
    WHERE step = 'answer';

-- The answers and reasons that tell what somebody knew: given before the explanation, and no slips,
-- which were taken back before it.
CREATE VIEW known AS
SELECT * FROM attempt
WHERE after_explanation = 0
  AND number NOT IN (SELECT attempt FROM retraction WHERE after_explanation = 0);

-- Questions flagged and flagged no longer: the last word on each counts, whatever its wording.
CREATE TABLE flag (
    number      INTEGER PRIMARY KEY,
    bank_id     TEXT    NOT NULL,
    question_id TEXT    NOT NULL,
    flagged     INTEGER NOT NULL CHECK (flagged IN (0, 1)),
    at          TEXT    NOT NULL
) STRICT;

CREATE INDEX flag_by_question ON flag (bank_id, question_id);

-- What somebody found wrong with a question.
CREATE TABLE note (
    number      INTEGER PRIMARY KEY,
    bank_id     TEXT    NOT NULL,
    question_id TEXT    NOT NULL,
    revision    TEXT    NOT NULL,
    text        TEXT    NOT NULL,
    at          TEXT    NOT NULL
) STRICT;

-- A bank begun anew: its attempts up to this one do not count any more.
CREATE TABLE fresh_start (
    number        INTEGER PRIMARY KEY,
    bank_id       TEXT    NOT NULL,
    after_attempt INTEGER NOT NULL,
    at            TEXT    NOT NULL
) STRICT;

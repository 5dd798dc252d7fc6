-- Sessions and what was answered in them. Rows are added, never changed: what happened, happened.
-- Times are UTC in ISO 8601. `number` counts in the order of writing, which no wrong clock can upset.

CREATE TABLE session (
    number     INTEGER PRIMARY KEY,
    id         TEXT    NOT NULL UNIQUE,
    seed       INTEGER NOT NULL,
    rules      TEXT    NOT NULL,  -- a JSON object: modes are data
    started_at TEXT    NOT NULL
) STRICT;

-- What a session asks, in its order.
CREATE TABLE asked (
    session     INTEGER NOT NULL REFERENCES session (number),
    position    INTEGER NOT NULL CHECK (position >= 0),
    bank_id     TEXT    NOT NULL,
    question_id TEXT    NOT NULL,
    revision    TEXT    NOT NULL,
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

-- Bank, question and revision stand here once more: the question may have been reworded since.
CREATE TABLE attempt (
    number      INTEGER PRIMARY KEY,
    session     INTEGER NOT NULL,
    position    INTEGER NOT NULL,
    step        TEXT    NOT NULL,
    bank_id     TEXT    NOT NULL,
    question_id TEXT    NOT NULL,
    revision    TEXT    NOT NULL,
    offered     TEXT    NOT NULL,  -- a JSON array, in the order shown
    response    TEXT    NOT NULL,  -- empty for "not sure"
    marks       REAL,              -- as shown; absent where the step earns none
    seconds     REAL    NOT NULL,
    at          TEXT    NOT NULL,
    FOREIGN KEY (session, position) REFERENCES asked (session, position)
) STRICT;

-- No step is answered twice.
CREATE UNIQUE INDEX attempt_once ON attempt (session, position, step);

CREATE INDEX attempt_by_question
    ON attempt (bank_id, question_id, revision, session)
    WHERE step = 'answer';

CREATE TRIGGER attempt_never_changes
BEFORE UPDATE ON attempt
BEGIN
    SELECT RAISE(ABORT, 'attempts are only ever added');
END;

CREATE TRIGGER attempt_never_goes
BEFORE DELETE ON attempt
BEGIN
    SELECT RAISE(ABORT, 'attempts are only ever added');
END;

-- Explanations that were read to the end: "Next" was pressed.
CREATE TABLE explanation_read (
    session  INTEGER NOT NULL,
    position INTEGER NOT NULL,
    at       TEXT    NOT NULL,
    PRIMARY KEY (session, position),
    FOREIGN KEY (session, position) REFERENCES asked (session, position)
) STRICT, WITHOUT ROWID;

-- How a session ended: once all was answered, or because it was set aside.
CREATE TABLE ending (
    session INTEGER NOT NULL REFERENCES session (number),
    kind    TEXT    NOT NULL CHECK (kind IN ('finished', 'set-aside')),
    at      TEXT    NOT NULL,
    PRIMARY KEY (session, kind)
) STRICT, WITHOUT ROWID;

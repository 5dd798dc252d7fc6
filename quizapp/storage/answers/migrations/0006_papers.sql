-- Papers under exam conditions. Each is a session whose answers can be changed until it is handed in; its
-- attempts are written then, once. Rows are added and never changed.
CREATE TABLE paper (
    session  INTEGER PRIMARY KEY REFERENCES session (number),
    rules    TEXT    NOT NULL,  -- a JSON object: its preset and the time allowed
    banks    TEXT    NOT NULL,  -- a JSON array: its questions in the wording in which it began
    deadline TEXT    NOT NULL
) STRICT;

CREATE TRIGGER paper_never_changes
BEFORE UPDATE ON paper
BEGIN
    SELECT RAISE(ABORT, 'papers are only ever added');
END;

CREATE TRIGGER paper_never_goes
BEFORE DELETE ON paper
BEGIN
    SELECT RAISE(ABORT, 'papers are only ever added');
END;

-- What was done in a paper: answers given and changed, flags, the question in front, and the hand-in. Each
-- row tells how many seconds were left: the least of them counts, so that no clock set back gives time.
CREATE TABLE paper_event (
    number    INTEGER PRIMARY KEY,
    session   INTEGER NOT NULL REFERENCES paper (session),
    kind      TEXT    NOT NULL CHECK (kind IN ('answer', 'flag', 'place', 'end')),
    position  INTEGER NOT NULL,
    value     TEXT    NOT NULL,  -- the answer; yes or no for a flag; time or hand for the end
    seconds   REAL    NOT NULL,  -- used on the question since it came to the front or was answered
    time_left REAL    NOT NULL,
    at        TEXT    NOT NULL,
    FOREIGN KEY (session, position) REFERENCES asked (session, position)
) STRICT;

CREATE INDEX paper_event_by_session ON paper_event (session);

CREATE TRIGGER paper_event_before_the_end
BEFORE INSERT ON paper_event
WHEN EXISTS (SELECT 1 FROM ending WHERE session = NEW.session)
BEGIN
    SELECT RAISE(ABORT, 'the paper was handed in');
END;

CREATE TRIGGER paper_event_never_changes
BEFORE UPDATE ON paper_event
BEGIN
    SELECT RAISE(ABORT, 'events are only ever added');
END;

CREATE TRIGGER paper_event_never_goes
BEFORE DELETE ON paper_event
BEGIN
    SELECT RAISE(ABORT, 'events are only ever added');
END;

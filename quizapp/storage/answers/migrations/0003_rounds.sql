-- Rounds with a room, event by event, and the plans for them. Rows are added and never changed; only the
-- end of a round is told later, once. No names of people stand here: voters are t1, p1 and so on.

CREATE TABLE round (
    number     INTEGER PRIMARY KEY,
    id         TEXT    NOT NULL UNIQUE,
    plan       TEXT    NOT NULL,  -- a JSON object
    bank       TEXT    NOT NULL,  -- a JSON object: the questions asked, in the wording in which they were
    started_at TEXT    NOT NULL,
    ended_at   TEXT               -- absent while it runs
) STRICT;

CREATE TRIGGER round_only_ends
BEFORE UPDATE ON round
WHEN OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL
  OR (NEW.number, NEW.id, NEW.plan, NEW.bank, NEW.started_at)
     IS NOT (OLD.number, OLD.id, OLD.plan, OLD.bank, OLD.started_at)
BEGIN
    SELECT RAISE(ABORT, 'a round ends once, and nothing else of it changes');
END;

CREATE TRIGGER round_never_goes
BEFORE DELETE ON round
BEGIN
    SELECT RAISE(ABORT, 'rounds are only ever added');
END;

CREATE TABLE round_event (
    round INTEGER NOT NULL REFERENCES round (number),
    seq   INTEGER NOT NULL,  -- counts from 0
    data  TEXT    NOT NULL,  -- a JSON object
    at    TEXT    NOT NULL,
    PRIMARY KEY (round, seq)
) STRICT, WITHOUT ROWID;

-- An event follows the one its writer knew of: two windows cannot both go on with a round.
CREATE TRIGGER round_event_is_next
BEFORE INSERT ON round_event
WHEN NEW.seq <> (SELECT coalesce(max(seq) + 1, 0) FROM round_event WHERE round = NEW.round)
  OR EXISTS (SELECT 1 FROM round WHERE number = NEW.round AND ended_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'the round has gone on meanwhile');
END;

CREATE TRIGGER round_event_never_changes
BEFORE UPDATE ON round_event
BEGIN
    SELECT RAISE(ABORT, 'events are only ever added');
END;

CREATE TRIGGER round_event_never_goes
BEFORE DELETE ON round_event
BEGIN
    SELECT RAISE(ABORT, 'events are only ever added');
END;

-- Plans for rounds: the last word on each id counts.
CREATE TABLE round_plan (
    number INTEGER PRIMARY KEY,
    id     TEXT    NOT NULL,
    data   TEXT,              -- a JSON object; absent where the plan was deleted
    at     TEXT    NOT NULL
) STRICT;

CREATE INDEX round_plan_by_id ON round_plan (id);

CREATE TRIGGER round_plan_never_changes
BEFORE UPDATE ON round_plan
BEGIN
    SELECT RAISE(ABORT, 'plans are only ever added');
END;

CREATE TRIGGER round_plan_never_goes
BEFORE DELETE ON round_plan
BEGIN
    SELECT RAISE(ABORT, 'plans are only ever added');
END;

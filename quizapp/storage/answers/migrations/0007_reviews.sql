-- When what was answered is to be asked again. Both tables follow from the attempts and the banks that are
-- open; they can be emptied and are filled anew. They are changed and deleted from.
CREATE TABLE review_card (
    bank_id    TEXT    NOT NULL,
    card       TEXT    NOT NULL,
    basis      TEXT    NOT NULL,  -- stands for the wordings and reasons it was computed with
    through    INTEGER NOT NULL,  -- the attempt that was counted last; 0 before the first
    times      INTEGER NOT NULL,  -- how often it was reviewed; 0 where only earlier wordings were answered
    first_at   TEXT,
    last_at    TEXT,
    due        TEXT,
    stability  REAL,
    difficulty REAL,
    PRIMARY KEY (bank_id, card)
) STRICT, WITHOUT ROWID;

CREATE INDEX review_card_by_due ON review_card (bank_id, due);

-- Questions whose answers have changed since their cards were computed, and from which attempt on.
CREATE TABLE review_stale (
    bank_id     TEXT    NOT NULL,
    question_id TEXT    NOT NULL,
    since       INTEGER NOT NULL,
    PRIMARY KEY (bank_id, question_id)
) STRICT, WITHOUT ROWID;

INSERT INTO review_stale SELECT DISTINCT bank_id, question_id, 0 FROM latest_answer;

-- Cards begun anew because they were reworded, until somebody was told.
CREATE TABLE review_reset (
    bank_id TEXT NOT NULL,
    card    TEXT NOT NULL,
    PRIMARY KEY (bank_id, card)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER review_is_stale_after_an_attempt
AFTER INSERT ON attempt
WHEN NEW.after_explanation = 0
BEGIN
    INSERT INTO review_stale
    SELECT NEW.bank_id, NEW.question_id, min(number) FROM attempt
    WHERE (session, position) = (NEW.session, NEW.position)
    ON CONFLICT DO UPDATE SET since = min(since, excluded.since);
END;

CREATE TRIGGER review_is_stale_after_a_retraction
AFTER INSERT ON retraction
WHEN NEW.after_explanation = 0
BEGIN
    INSERT INTO review_stale
    SELECT taken.bank_id, taken.question_id, min(beside.number)
    FROM attempt AS taken JOIN attempt AS beside USING (session, position)
    WHERE taken.number = NEW.attempt
    GROUP BY taken.number
    ON CONFLICT DO UPDATE SET since = min(since, excluded.since);
END;

CREATE TRIGGER review_counts_no_more
AFTER INSERT ON fresh_start
BEGIN
    DELETE FROM review_card WHERE bank_id = NEW.bank_id;
    DELETE FROM review_reset WHERE bank_id = NEW.bank_id;
    DELETE FROM review_stale WHERE bank_id = NEW.bank_id;
    INSERT INTO review_stale
    SELECT DISTINCT bank_id, question_id, 0 FROM attempt
    WHERE number > NEW.after_attempt AND +bank_id = NEW.bank_id;
END;

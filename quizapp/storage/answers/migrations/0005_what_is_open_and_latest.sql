-- What would take a look at all that was ever answered: which sessions are open, and how each wording of a
-- question was answered last. Both follow from the other tables, and are kept by triggers in the same
-- transaction; they alone are changed and deleted from.

CREATE TABLE open_session (
    session INTEGER PRIMARY KEY REFERENCES session (number)
) STRICT;

-- Neither ended nor discarded; of a session discarded and offered again the last word counts.
INSERT INTO open_session
SELECT number FROM session
WHERE number NOT IN (SELECT session FROM ending)
  AND NOT coalesce(
    (SELECT discarded FROM discard WHERE session = session.number ORDER BY discard.number DESC LIMIT 1), 0);

CREATE TRIGGER session_opens
AFTER INSERT ON session
BEGIN
    INSERT INTO open_session VALUES (NEW.number);
END;

CREATE TRIGGER session_closes
AFTER INSERT ON ending
BEGIN
    DELETE FROM open_session WHERE session = NEW.session;
END;

CREATE TRIGGER session_is_discarded
AFTER INSERT ON discard
WHEN NEW.discarded
BEGIN
    DELETE FROM open_session WHERE session = NEW.session;
END;

CREATE TRIGGER session_is_offered_again
AFTER INSERT ON discard
WHEN NOT NEW.discarded AND NOT EXISTS (SELECT 1 FROM ending WHERE session = NEW.session)
BEGIN
    INSERT INTO open_session VALUES (NEW.session) ON CONFLICT DO NOTHING;
END;

-- Of what is `known`, see there, and not before the bank's last fresh start.
CREATE TABLE latest_answer (
    bank_id     TEXT    NOT NULL,
    question_id TEXT    NOT NULL,
    revision    TEXT    NOT NULL,
    number      INTEGER NOT NULL REFERENCES attempt (number),
    times       INTEGER NOT NULL,  -- in how many sessions it was answered
    PRIMARY KEY (bank_id, question_id, revision)
) STRICT, WITHOUT ROWID;

CREATE VIEW latest_known AS
SELECT bank_id, question_id, revision, max(number) AS number, count(DISTINCT session) AS times
FROM known
WHERE step = 'answer'
  AND number > (SELECT coalesce(max(after_attempt), 0) FROM fresh_start WHERE bank_id = known.bank_id)
GROUP BY bank_id, question_id, revision;

INSERT INTO latest_answer SELECT * FROM latest_known;

CREATE TRIGGER latest_answer_is_given
AFTER INSERT ON attempt
WHEN NEW.step = 'answer' AND NEW.after_explanation = 0
BEGIN
    INSERT INTO latest_answer VALUES (NEW.bank_id, NEW.question_id, NEW.revision, NEW.number, 1)
    ON CONFLICT DO UPDATE SET number = NEW.number, times = times + NOT EXISTS (
        SELECT 1 FROM known
        WHERE (bank_id, question_id, revision, session) =
              (NEW.bank_id, NEW.question_id, NEW.revision, NEW.session)
          AND step = 'answer' AND number < NEW.number
          AND number > (SELECT coalesce(max(after_attempt), 0) FROM fresh_start WHERE bank_id = NEW.bank_id));
END;

CREATE TRIGGER latest_answer_is_taken_back
AFTER INSERT ON retraction
WHEN NEW.after_explanation = 0
BEGIN
    DELETE FROM latest_answer
    WHERE (bank_id, question_id, revision) =
          (SELECT bank_id, question_id, revision FROM attempt WHERE number = NEW.attempt);
    INSERT INTO latest_answer SELECT * FROM latest_known
    WHERE (bank_id, question_id, revision) =
          (SELECT bank_id, question_id, revision FROM attempt WHERE number = NEW.attempt);
END;

CREATE TRIGGER latest_answer_counts_no_more
AFTER INSERT ON fresh_start
BEGIN
    DELETE FROM latest_answer WHERE bank_id = NEW.bank_id AND number <= NEW.after_attempt;
END;

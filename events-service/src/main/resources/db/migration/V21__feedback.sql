-- Feedback without a trace of who said what. There is one row per session and it holds sums: every answer rewrites it,
-- so nothing an answer left behind (order, time, transaction) can be laid beside the row that says who has given theirs.
SET lock_timeout = '5s';

CREATE TABLE session_feedback (
  session_id     uuid    PRIMARY KEY REFERENCES session,
  answers        integer NOT NULL DEFAULT 0 CHECK (answers >= 0),
  scores         jsonb   NOT NULL DEFAULT '{}',
  comments       jsonb   NOT NULL DEFAULT '[]',
  shown_answers  integer NOT NULL DEFAULT 0 CHECK (shown_answers <= answers),
  shown_scores   jsonb   NOT NULL DEFAULT '{}',
  shown_comments jsonb   NOT NULL DEFAULT '[]'
) WITH (fillfactor = 50);
COMMENT ON COLUMN session_feedback.shown_answers IS 'what readers see lags behind, so that two looks never differ by the answer of one';

CREATE TABLE feedback_giver (
  session_id uuid NOT NULL REFERENCES session,
  giver      text NOT NULL,
  PRIMARY KEY (session_id, giver)
);
COMMENT ON COLUMN feedback_giver.giver IS 'keyed hash of session and person: cannot be joined from one session to the next';

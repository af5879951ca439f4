-- In which language a question was asked, and what question and answer say in each of theirs. The release before writes
-- neither: question and answer stay what they are in the question's language and in the answer's binding one.
ALTER TABLE clarification
    ADD COLUMN language      text CHECK (language ~ '^[a-z]{2}$'),
    ADD COLUMN question_text jsonb,
    ADD COLUMN answer_text   jsonb;

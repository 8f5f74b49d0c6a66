-- A new answer changes places with some that were given here before it: they are found without walking what panels brought.
CREATE INDEX survey_answer_here ON survey_answer (survey_id, lot) WHERE panel_id = 0;

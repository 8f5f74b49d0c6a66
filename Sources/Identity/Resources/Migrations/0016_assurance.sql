-- How sure it is whose account this is (实名等级).
ALTER TABLE account ADD COLUMN assurance TEXT NOT NULL DEFAULT 'claimed'
    CHECK (assurance IN ('claimed', 'matched', 'present'));
UPDATE account SET assurance = 'matched' WHERE person_id IS NOT NULL;

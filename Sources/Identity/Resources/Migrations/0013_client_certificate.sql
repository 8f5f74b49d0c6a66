-- Certificates of USB keys (SM2 or ECDSA), as the gateway in front names them.
CREATE TABLE client_certificate (
    id BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    serial TEXT NOT NULL,
    -- The fingerprint of the authority's certificate.
    issuer TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    UNIQUE (issuer, serial, subject)
);
CREATE INDEX client_certificate_account ON client_certificate (account_id, id);

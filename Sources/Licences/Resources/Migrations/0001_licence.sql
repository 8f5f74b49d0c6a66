-- Types of licences (证照类型); every change is a version of its own.
CREATE TABLE licence_type (
    id BIGINT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    organ TEXT NOT NULL,
    validity TEXT NOT NULL,
    fields TEXT NOT NULL,
    since TEXT NOT NULL,
    edited_by BIGINT NOT NULL,
    edited_by_name TEXT NOT NULL,
    edited_at BIGINT NOT NULL,
    UNIQUE (code, version)
);

-- Licences: what is signed never changes, where it stands does. Expired is what the day says, and not a state.
CREATE TABLE licence (
    id BIGINT NOT NULL PRIMARY KEY,
    document_id BIGINT UNIQUE,
    case_number TEXT,
    number TEXT NOT NULL UNIQUE,
    type_code TEXT NOT NULL,
    name TEXT NOT NULL,
    holder_kind TEXT NOT NULL CHECK (holder_kind IN ('person', 'entity')),
    holder_name TEXT NOT NULL,
    holder_code TEXT NOT NULL,
    holder_index TEXT,
    account_id BIGINT,
    organ TEXT NOT NULL,
    organ_name TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    valid_until TEXT,
    facts TEXT NOT NULL,
    signed TEXT NOT NULL,
    verification_code TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('valid', 'suspended', 'revoked', 'cancelled')),
    state_since BIGINT NOT NULL,
    reason TEXT,
    ground TEXT CHECK (ground IN ('penalty', 'annulment')),
    asked_by BIGINT,
    asked_by_name TEXT,
    asked_at BIGINT,
    asked_ground TEXT CHECK (asked_ground IN ('penalty', 'annulment')),
    asked_reason TEXT,
    confirmed_by BIGINT,
    CHECK (state <> 'revoked' OR (confirmed_by IS NOT NULL AND asked_by IS NOT NULL)),
    CHECK (confirmed_by IS NULL OR confirmed_by <> asked_by)
);

CREATE INDEX licence_by_holder ON licence (holder_index, id);
CREATE INDEX licence_by_organ ON licence (organ, id);
CREATE INDEX licence_by_plain_holder ON licence (holder_code) WHERE holder_index IS NULL;

-- What was done with a licence, in its order.
CREATE TABLE licence_act (
    id BIGINT NOT NULL PRIMARY KEY,
    licence_id BIGINT NOT NULL REFERENCES licence (id),
    kind TEXT NOT NULL,
    reason TEXT,
    by_id BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE INDEX licence_act_by_licence ON licence_act (licence_id, id);

-- A licence in the place of an upload (免提交): consented to for one application, then tied to its case.
CREATE TABLE licence_use (
    id BIGINT NOT NULL PRIMARY KEY,
    licence_id BIGINT NOT NULL REFERENCES licence (id),
    file_id BIGINT NOT NULL UNIQUE,
    item_code TEXT NOT NULL,
    item_name TEXT NOT NULL,
    requirement TEXT NOT NULL,
    consented_by BIGINT NOT NULL,
    consented_by_name TEXT NOT NULL,
    consented_at BIGINT NOT NULL,
    case_number TEXT,
    organ_name TEXT,
    used_at BIGINT
);

CREATE INDEX licence_use_by_licence ON licence_use (licence_id, id);
CREATE INDEX licence_use_by_case ON licence_use (case_number);
CREATE INDEX licence_use_waiting ON licence_use (consented_at) WHERE case_number IS NULL;

-- A licence that its holder shows to somebody for a few minutes.
CREATE TABLE licence_showing (
    id BIGINT NOT NULL PRIMARY KEY,
    licence_id BIGINT NOT NULL REFERENCES licence (id),
    code TEXT NOT NULL UNIQUE,
    shown_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    seen_at BIGINT
);

CREATE INDEX licence_showing_by_licence ON licence_showing (licence_id, id);
CREATE INDEX licence_showing_by_end ON licence_showing (expires_at);

-- Licences that were issued before there were rows for them are taken in once, up to this document.
CREATE TABLE licence_adoption (
    id BIGINT NOT NULL PRIMARY KEY,
    through BIGINT NOT NULL,
    done BIGINT NOT NULL
);

INSERT INTO licence_adoption (id, through, done) SELECT 1, max(id), 0 FROM case_document HAVING max(id) IS NOT NULL;

CREATE INDEX case_document_licences ON case_document (id) WHERE kind = 'licence';

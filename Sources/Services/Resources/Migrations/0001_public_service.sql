-- The item library: every published version of every service item, kept for the cases that run on it.
CREATE TABLE public_service (
    id BIGINT PRIMARY KEY,
    code TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    organ TEXT NOT NULL,
    body TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    is_current BIGINT NOT NULL CHECK (is_current IN (0, 1)),
    UNIQUE (code, version)
);

CREATE UNIQUE INDEX public_service_current_code ON public_service (code) WHERE is_current = 1;
CREATE UNIQUE INDEX public_service_current_slug ON public_service (slug) WHERE is_current = 1;

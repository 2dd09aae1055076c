"""The tables of a ledger file, and the version that says which they are."""

from __future__ import annotations

import re
from functools import cache

VERSION = 3
"""Raised when an older dateline could no longer read what a newer one writes."""

FORMAT = "dateline ledger"

TABLES = """
CREATE TABLE ledger (format VARCHAR NOT NULL, version INTEGER NOT NULL, made_by VARCHAR NOT NULL);

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    coder VARCHAR NOT NULL, settings VARCHAR NOT NULL, lexicon VARCHAR NOT NULL,
    started TIMESTAMP NOT NULL, finished TIMESTAMP
);

-- One row per text and per set of facts given with it (title, outlet, date, structure).
CREATE TABLE documents (
    id VARCHAR NOT NULL, given VARCHAR NOT NULL,
    name VARCHAR NOT NULL, title VARCHAR, outlet VARCHAR,
    published DATE, published_by VARCHAR, url VARCHAR, language VARCHAR,
    characters INTEGER NOT NULL, text VARCHAR NOT NULL, structure VARCHAR NOT NULL,
    PRIMARY KEY (id, given)
);

-- One row per document that a run has finished, claims or none.
CREATE TABLE codings (
    id BIGINT PRIMARY KEY, run INTEGER NOT NULL,
    document VARCHAR NOT NULL, given VARCHAR NOT NULL, claims INTEGER NOT NULL,
    UNIQUE (run, document, given)
);

-- `record` is the whole claim as JSON; the columns before it are for asking.
CREATE TABLE claims (
    coding BIGINT NOT NULL, document VARCHAR NOT NULL, ordinal INTEGER NOT NULL, id VARCHAR NOT NULL,
    sentence INTEGER NOT NULL, start_char INTEGER NOT NULL, end_char INTEGER NOT NULL,
    "trigger" VARCHAR NOT NULL, action VARCHAR NOT NULL, status VARCHAR NOT NULL,
    time_start DATE, time_end DATE, time_precision VARCHAR,
    source_kind VARCHAR NOT NULL, confidence DOUBLE, rule VARCHAR NOT NULL, record VARCHAR NOT NULL
);

CREATE TABLE places (
    coding BIGINT NOT NULL, claim VARCHAR NOT NULL, ordinal INTEGER NOT NULL,
    role VARCHAR NOT NULL, text VARCHAR NOT NULL, start_char INTEGER NOT NULL, end_char INTEGER NOT NULL,
    inherited BOOLEAN NOT NULL, gazetteer VARCHAR, name VARCHAR, country VARCHAR, admin1 VARCHAR,
    lat DOUBLE, lon DOUBLE, "precision" INTEGER, score DOUBLE
);

-- `role` is agent, target or source.
CREATE TABLE actors (
    coding BIGINT NOT NULL, claim VARCHAR NOT NULL, ordinal INTEGER NOT NULL,
    role VARCHAR NOT NULL, text VARCHAR NOT NULL, start_char INTEGER, end_char INTEGER,
    actor VARCHAR, name VARCHAR, kind VARCHAR, side VARCHAR
);

CREATE TABLE mentions (
    coding BIGINT NOT NULL, kind VARCHAR NOT NULL, ordinal INTEGER NOT NULL,
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, text VARCHAR NOT NULL, record VARCHAR NOT NULL
);

-- Inputs that could not be read or coded.
CREATE TABLE failures (
    run INTEGER NOT NULL, input VARCHAR NOT NULL, reason VARCHAR NOT NULL, advice VARCHAR NOT NULL,
    PRIMARY KEY (run, input, reason)
);

-- The latest coding of each document, and its claims.
CREATE VIEW current_codings AS
    SELECT * FROM codings QUALIFY row_number() OVER (PARTITION BY document ORDER BY run DESC, id DESC) = 1;
CREATE VIEW current AS
    SELECT claims.* FROM claims JOIN current_codings ON claims.coding = current_codings.id;
"""

LINKS = """
-- A linking is written whole or not at all. One that is not `entire` holds only the incidents that new
-- reports made or changed; the others are as the linkings before it have them. `coding`, `judgement` and
-- `review` are the last ones it knew.
CREATE TABLE linkings (
    id INTEGER PRIMARY KEY, linker VARCHAR NOT NULL, settings VARCHAR NOT NULL, entire BOOLEAN NOT NULL,
    coding BIGINT NOT NULL, judgement INTEGER NOT NULL,
    reports INTEGER NOT NULL, claims INTEGER NOT NULL, incidents INTEGER NOT NULL, linked TIMESTAMP NOT NULL,
    review INTEGER DEFAULT 0
);

-- `record` is the whole incident as JSON; the columns before it are for asking.
CREATE TABLE incidents (
    linking INTEGER NOT NULL, ordinal INTEGER NOT NULL, id VARCHAR NOT NULL, name VARCHAR NOT NULL,
    action_group VARCHAR NOT NULL, first_day DATE, last_day DATE, place VARCHAR, lat DOUBLE, lon DOUBLE,
    "precision" INTEGER, grade VARCHAR NOT NULL, record VARCHAR NOT NULL
);

-- `score` is the log-odds of the claim and the `nearest` claim of its incident; `shares` says of what.
CREATE TABLE members (
    linking INTEGER NOT NULL, incident VARCHAR NOT NULL, ordinal INTEGER NOT NULL, claim VARCHAR NOT NULL,
    nearest VARCHAR, score DOUBLE, shares VARCHAR NOT NULL
);

CREATE TABLE contradictions (
    linking INTEGER NOT NULL, incident VARCHAR NOT NULL, ordinal INTEGER NOT NULL, id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL, measure VARCHAR, a VARCHAR NOT NULL, b VARCHAR NOT NULL,
    updated BOOLEAN NOT NULL, note VARCHAR NOT NULL
);

-- What people decided: only ever added to; `claims` and `apart` are JSON lists of claim ids.
CREATE TABLE judgements (
    id INTEGER PRIMARY KEY, kind VARCHAR NOT NULL, claims VARCHAR NOT NULL, apart VARCHAR NOT NULL,
    who VARCHAR NOT NULL, said TIMESTAMP NOT NULL, note VARCHAR NOT NULL
);

-- The incidents as the latest linking leaves them, and what belongs to them.
CREATE VIEW current_incidents AS
    SELECT * FROM incidents WHERE linking >= (SELECT max(id) FROM linkings WHERE entire)
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY linking DESC) = 1;
CREATE VIEW current_members AS
    SELECT m.* FROM members m JOIN current_incidents i ON m.linking = i.linking AND m.incident = i.id;
CREATE VIEW current_contradictions AS
    SELECT c.* FROM contradictions c JOIN current_incidents i ON c.linking = i.linking AND c.incident = i.id;
"""

REVIEWS = """
-- What people decided of single claims: only ever added to; of several on the same words the last holds.
-- `coded` is the claim as it was coded then, `coding` the latest coding that the reviewer knew. What was
-- signed (of a rejected claim: what was rejected) is a row of `claims`, with its places and actors, whose
-- `coding` is the id of the review below zero.
CREATE TABLE reviews (
    id INTEGER PRIMARY KEY, document VARCHAR NOT NULL, start_char INTEGER NOT NULL, end_char INTEGER NOT NULL,
    claim VARCHAR NOT NULL, verdict VARCHAR NOT NULL, who VARCHAR NOT NULL, said TIMESTAMP NOT NULL,
    note VARCHAR NOT NULL, coding BIGINT NOT NULL, coded VARCHAR NOT NULL
);

-- The last review of each claim's words; `held` is the latest coding of their document, `found` whether it
-- still has a claim at exactly these words.
CREATE VIEW current_reviews AS
    SELECT r.*, k.id AS held, EXISTS (
        SELECT 1 FROM claims c
        WHERE c.coding = k.id AND c.start_char = r.start_char AND c.end_char = r.end_char
    ) AS found
    FROM (
        SELECT * FROM reviews
        QUALIFY row_number() OVER (PARTITION BY document, start_char, end_char ORDER BY id DESC) = 1
    ) r JOIN current_codings k ON k.document = r.document
    WHERE r.verdict <> 'withdrawn';

-- Claims as they stand, rejected ones too: what was signed goes before what a coder has at the same words,
-- or at words that overlap these when it has no claim at them.
CREATE VIEW standing AS
    SELECT c.*, c.coding AS held, NULL::INTEGER AS review, NULL::VARCHAR AS verdict
    FROM claims c JOIN current_codings k ON c.coding = k.id
    WHERE NOT EXISTS (
        SELECT 1 FROM current_reviews r WHERE r.held = c.coding AND (
            (r.start_char = c.start_char AND r.end_char = c.end_char)
            OR (NOT r.found AND r.verdict <> 'rejected'
                AND r.start_char < c.end_char AND c.start_char < r.end_char)
        )
    )
    UNION ALL
    SELECT c.*, r.held, r.id, r.verdict FROM current_reviews r JOIN claims c ON c.coding = -r.id;

CREATE OR REPLACE VIEW current AS
    SELECT * EXCLUDE (held, review, verdict) FROM standing WHERE verdict IS DISTINCT FROM 'rejected';
"""

UPGRADES = {1: LINKS, 2: "ALTER TABLE linkings ADD COLUMN IF NOT EXISTS review INTEGER DEFAULT 0;" + REVIEWS}
"""What a ledger of each older version lacks of the next."""


@cache
def columns(table: str) -> tuple[str, ...]:
    """Types of a table's columns, in order."""
    body = re.search(rf"CREATE TABLE {table} \((.*?)\n\);", TABLES + LINKS + REVIEWS, re.DOTALL)
    assert body, table
    return tuple(re.findall(r'(?:^|,)\s*"?[a-z0-9_]+"? ([A-Z]+)', body.group(1)))

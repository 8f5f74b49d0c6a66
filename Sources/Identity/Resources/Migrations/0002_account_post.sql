-- The posts an account holds (岗位): what it may do, and in which organ.
-- `organ` is no foreign key: deputies and supervisors sit in bodies outside the government.
CREATE TABLE account_post (
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    organ TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (account_id, organ, role)
);
CREATE INDEX account_post_role ON account_post (organ, role);

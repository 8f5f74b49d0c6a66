-- An installation as the first landed version left it: four matters, whom and what they name.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE account (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    -- Argon2id in the PHC string format, salt and cost included.
    password_hash TEXT NOT NULL,
    -- The shared secret of RFC 6238 in base32; NULL while no second factor is registered.
    totp_secret TEXT,
    -- The last time step a code was accepted for: a code is good once (RFC 6238 §5.2).
    totp_last_step BIGINT NOT NULL,
    person_id BIGINT REFERENCES person (id),
    created_at BIGINT NOT NULL,
    disabled BIGINT NOT NULL CHECK (disabled IN (0, 1))
);
CREATE TABLE account_post (
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    organ TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (account_id, organ, role)
);
CREATE TABLE agency (
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    entity_code TEXT NOT NULL REFERENCES legal_entity (credit_code),
    valid_from TEXT NOT NULL,
    -- The last day; NULL while the authorisation has no end.
    valid_until TEXT,
    PRIMARY KEY (account_id, entity_code),
    CHECK (valid_until IS NULL OR valid_from <= valid_until)
);
CREATE TABLE application_draft (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    item_code TEXT NOT NULL,
    item_version BIGINT NOT NULL,
    item_name TEXT NOT NULL,
    applicant TEXT NOT NULL,
    applicant_code TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('page', 'counter')),
    form TEXT NOT NULL,
    -- What the government filled in, by question: shown with its source while it stands unchanged.
    known TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    submitted_number TEXT
);
CREATE TABLE case_clock (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES service_case (id),
    name TEXT NOT NULL CHECK (name IN ('acceptance', 'legal', 'promised', 'delivery')),
    limit_value BIGINT,
    limit_unit TEXT,
    started_at BIGINT NOT NULL,
    pauses TEXT NOT NULL,
    extensions TEXT NOT NULL,
    stopped_at BIGINT,
    calendar_version BIGINT NOT NULL,
    due_at BIGINT,
    CHECK ((limit_value IS NULL) = (limit_unit IS NULL))
);
CREATE TABLE case_document (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES service_case (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    number TEXT NOT NULL UNIQUE,
    holder TEXT NOT NULL,
    organ TEXT NOT NULL,
    organ_name TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    valid_until TEXT,
    facts TEXT NOT NULL,
    paragraphs TEXT NOT NULL,
    verification_code TEXT NOT NULL UNIQUE
);
CREATE TABLE case_material (
    case_id BIGINT NOT NULL REFERENCES service_case (id),
    requirement TEXT NOT NULL,
    file_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    filed_at BIGINT NOT NULL,
    PRIMARY KEY (case_id, requirement, file_id)
);
CREATE TABLE case_number_block (
    day TEXT PRIMARY KEY,
    next_sequence BIGINT NOT NULL
);
CREATE TABLE case_task (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES service_case (id),
    activity BIGINT,
    element TEXT NOT NULL,
    name TEXT NOT NULL,
    act TEXT NOT NULL,
    organ TEXT NOT NULL,
    role TEXT NOT NULL,
    outcomes TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    due_at BIGINT,
    holder_id BIGINT,
    holder_name TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'completed', 'cancelled')),
    outcome TEXT,
    opinion TEXT,
    missing TEXT NOT NULL,
    completed_by BIGINT,
    completed_by_name TEXT,
    completed_at BIGINT,
    question TEXT,
    CHECK ((state = 'completed') = (outcome IS NOT NULL))
);
CREATE TABLE case_timer (
    case_id BIGINT NOT NULL REFERENCES service_case (id),
    activity BIGINT NOT NULL,
    boundary TEXT NOT NULL,
    clock TEXT,
    due_at BIGINT,
    PRIMARY KEY (case_id, activity, boundary)
);
CREATE TABLE division (
    code TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('province', 'city', 'district', 'street', 'community')),
    parent_code TEXT REFERENCES division (code),
    -- 1 when the division was made up for the demonstration.
    is_synthetic BIGINT NOT NULL,
    CHECK ((kind = 'province') = (parent_code IS NULL))
);
CREATE TABLE draft_material (
    draft_id BIGINT NOT NULL REFERENCES application_draft (id),
    requirement TEXT NOT NULL,
    file_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    PRIMARY KEY (draft_id, requirement, file_id)
);
CREATE TABLE failed_sign_in (
    name_hash TEXT NOT NULL PRIMARY KEY,
    failed_count BIGINT NOT NULL,
    last_failed_at BIGINT NOT NULL,
    locked_until BIGINT
);
CREATE TABLE file_object (
    id BIGINT PRIMARY KEY,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    size BIGINT NOT NULL CHECK (size > 0),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    owner_id BIGINT NOT NULL,
    case_number TEXT,
    created_at BIGINT NOT NULL
);
CREATE TABLE idempotency_key (
    account_id BIGINT NOT NULL,
    key TEXT NOT NULL,
    operation TEXT NOT NULL,
    request_digest TEXT NOT NULL,
    status BIGINT NOT NULL,
    response TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, key)
);
CREATE TABLE journal_entry (
    id BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_id BIGINT NOT NULL,
    actor_name TEXT NOT NULL,
    actor_organ TEXT,
    actor_roles TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    before_digest TEXT,
    after_digest TEXT,
    template TEXT NOT NULL,
    parameters TEXT NOT NULL,
    is_public BIGINT NOT NULL CHECK (is_public IN (0, 1)),
    detail TEXT NOT NULL,
    salt TEXT NOT NULL CHECK (length(salt) = 32),
    leaf_hash TEXT NOT NULL CHECK (length(leaf_hash) = 64),
    leaf_index BIGINT
);
CREATE TABLE legal_entity (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    credit_code TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('company', 'sole_trader', 'cooperative')),
    legal_representative TEXT NOT NULL,
    representative_id BIGINT REFERENCES person (id),
    phone TEXT NOT NULL,
    division_code TEXT NOT NULL REFERENCES division (code),
    address TEXT NOT NULL,
    registered_on TEXT NOT NULL,
    scope TEXT NOT NULL
);
CREATE TABLE message (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    subject TEXT NOT NULL,
    template TEXT NOT NULL,
    parameters TEXT NOT NULL,
    channel TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    read_at BIGINT,
    sent_at BIGINT
);
CREATE TABLE organ (
    key TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    full_name TEXT NOT NULL UNIQUE,
    credit_code TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('government', 'bureau', 'hall', 'street')),
    -- Only a street office has one: the street it serves. Every other organ serves the whole district.
    division_code TEXT,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    position BIGINT NOT NULL,
    CHECK ((kind = 'street') = (division_code IS NOT NULL))
);
CREATE TABLE person (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    identity_number TEXT NOT NULL UNIQUE,
    phone TEXT NOT NULL,
    division_code TEXT NOT NULL REFERENCES division (code),
    address TEXT NOT NULL
);
CREATE TABLE process_definition (
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    xml TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (id, version)
);
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
CREATE TABLE schema_migration (
    module TEXT NOT NULL,
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    applied_at BIGINT NOT NULL,
    PRIMARY KEY (module, number)
);
CREATE TABLE service_case (
    id BIGINT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    parent_id BIGINT REFERENCES service_case (id),
    position BIGINT NOT NULL,
    subject_code TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    organ TEXT NOT NULL,
    applicant_kind TEXT NOT NULL CHECK (applicant_kind IN ('person', 'entity')),
    applicant_name TEXT NOT NULL,
    applicant_code TEXT NOT NULL,
    applicant_person BIGINT,
    applicant_account BIGINT,
    filed_by BIGINT NOT NULL,
    filed_at BIGINT NOT NULL,
    phase TEXT NOT NULL
        CHECK (phase IN ('submitted', 'supplementing', 'accepted', 'decided', 'closed', 'refused', 'withdrawn')),
    outcome TEXT,
    accepted_at BIGINT,
    closed_at BIGINT,
    -- Due time of the clock that governs the phase; overdue is computed from it, never stored.
    due_at BIGINT,
    -- 好差评: 5 非常满意 … 1 非常不满意.
    rating BIGINT CHECK (rating BETWEEN 1 AND 5),
    process_version BIGINT NOT NULL,
    query_code TEXT NOT NULL,
    plan TEXT NOT NULL,
    applicant TEXT NOT NULL,
    filing TEXT NOT NULL,
    parts TEXT NOT NULL,
    form TEXT NOT NULL,
    body TEXT NOT NULL,
    revision BIGINT NOT NULL
);
CREATE TABLE session (
    id_hash TEXT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('page', 'api')),
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    -- The end whatever happens; the idle limit may end it earlier.
    expires_at BIGINT NOT NULL,
    address TEXT NOT NULL,
    CHECK (created_at <= last_seen_at AND created_at < expires_at)
);
CREATE TABLE working_calendar (
    version BIGINT NOT NULL PRIMARY KEY CHECK (version > 0),
    body TEXT NOT NULL,
    -- The account that published it; NULL for the calendar the installation started with.
    published_by BIGINT,
    created_at BIGINT NOT NULL
);
INSERT INTO "account" VALUES(118829373695459328,'liuyuxin','刘雨欣','$argon2id$v=19$m=19456,t=2,p=1$J37Hbk165TrGpTCZNSsUag$RDQFNs5+JXoFf29o5zbrA7pKOeHFSnTsg1WqEXO2FCM',NULL,0,118829362597330946,1795556728160,0);
INSERT INTO "account" VALUES(118829373695459329,'liangxiuying','梁秀英','$argon2id$v=19$m=19456,t=2,p=1$pQHc7ILTBs4KxiM8j8NgWw$PDHm6wrlesPaPoAPaIbe+cavNBllN9MU3csp/X/wq2c',NULL,0,118829362597330947,1795556728160,0);
INSERT INTO "account" VALUES(118829373695459330,'luojiaming','罗嘉明','$argon2id$v=19$m=19456,t=2,p=1$/uYGtfmjlXSxSjKj+XmRqA$FMZYuM7lizqQJbGE/3BqqgaI/qhm3dUkk+ffWJ0rOcc',NULL,0,118829362601525250,1795556728160,0);
INSERT INTO "account" VALUES(118829373695459331,'fenglihua','冯丽华','$argon2id$v=19$m=19456,t=2,p=1$NELwHQOlHUySIv5szQDO3A$Qk03XhbCFwUCmdoXpHkK76LnwNwYzmPaOSj9zdzeP+c',NULL,0,118829362597330954,1795556728160,0);
INSERT INTO "account" VALUES(118829373699653633,'window-2','刘春华','$argon2id$v=19$m=19456,t=2,p=1$gLvR9VHiaZ28bvS1eTOtxw$Un3iPy61KQCTwLB16UAhpETTjeudpfJ0wy9NZC8Fn3c',NULL,0,NULL,1795556728160,0);
INSERT INTO "account" VALUES(118829373699653634,'clerk-cd','杨振宇','$argon2id$v=19$m=19456,t=2,p=1$etr1Xv7HthKFPzlXRnDxgg$CiWsMRYurM9Tnf+m/X1HUINeeyWvW5W8aRO92cEK1No',NULL,0,NULL,1795556728160,0);
INSERT INTO "account" VALUES(118829373699653636,'clerk-hg','孙锦荣','$argon2id$v=19$m=19456,t=2,p=1$vabluZOJL+D+2FynlkCSWQ$aqB42x0Dc19z4wmMLyv38mxPSlj/CziP9+Rj/sqRdjE',NULL,0,NULL,1795556728160,0);
INSERT INTO "account" VALUES(118829373699653642,'officer-gaj','徐汉文','$argon2id$v=19$m=19456,t=2,p=1$JQp4EIExU4YvUPxK+SfTuA$cql0ZPXJ3/mf+MUJ8pXxHPXQcRQbFLmyDpf+nCjqdCQ',NULL,0,NULL,1795556728160,0);
INSERT INTO "account" VALUES(118829373699653643,'officer-mzj','曹秀兰','$argon2id$v=19$m=19456,t=2,p=1$qhSV8cXnTDyibRNzTSVwTA$0pcqHIvyJunSBBaM+5a+Apq0fqk8zXx3e7XLiGdnJVc',NULL,0,NULL,1795556728160,0);
INSERT INTO "account" VALUES(118829373703847937,'officer-rsj','萧冠中','$argon2id$v=19$m=19456,t=2,p=1$BCEqOouGSOPjEebZq83UOQ$br4cxusirnVjmXtqqXTnufhomLOiKmh57h7NwN/hafU',NULL,0,NULL,1795556728160,0);
INSERT INTO "account" VALUES(118829373724819459,'officer-scjg','李敏','$argon2id$v=19$m=19456,t=2,p=1$kk9JVTHrNVWL6ZRaC2uH8g$Lm/eueZ2YH3bnxRKcKg8N9xc8KyPu3bNCtiUJmQE5RQ',NULL,0,NULL,1795556728160,0);
INSERT INTO "account" VALUES(118829373724819468,'officer-cd','钟文杰','$argon2id$v=19$m=19456,t=2,p=1$+RJLORlkJaHlfNwNAZi2Jg$widCDOjkGQd3XLMrBAsQxNQa0fG//YyuF+obBDNTyw8',NULL,0,NULL,1795556728160,0);
INSERT INTO "account" VALUES(118829373729013760,'officer-hg','崔启明','$argon2id$v=19$m=19456,t=2,p=1$OygsilgT5zE5vT+5GPuxxQ$eAytamXmX8lhS2uEpY2SeYOsSwAsOsxnIGdO+xdbsfw',NULL,0,NULL,1795556728160,0);
INSERT INTO "account" VALUES(118829373729013766,'head-gaj','石振宇','$argon2id$v=19$m=19456,t=2,p=1$Hk5j8hC3gcnDgj97MqRrGg$kSOVTPxHgJvZ3hj4etosaCOujhWmTvlWoB5GUd6P9Zc',NULL,0,NULL,1795556728160,0);
INSERT INTO "account" VALUES(118829373729013767,'head-mzj','金晓彤','$argon2id$v=19$m=19456,t=2,p=1$Tdfw1EKJBsshjX8+J06DQg$9ieI8bIuVvAOXXYpMhuD9O8/W3IzRAXxjqtDB7AT8Mk',NULL,0,NULL,1795556728160,0);
INSERT INTO "account" VALUES(118829373733208071,'head-scjg','王建华','$argon2id$v=19$m=19456,t=2,p=1$4ui3d7ixRfkXlu9Owz8H/w$q6ceRBDPe/t0h/P7YmYhbQrgXpIxP7I6zCWy/jWUL/U',NULL,0,NULL,1795556728160,0);
INSERT INTO "account_post" VALUES(118829373699653633,'zwfw','clerk');
INSERT INTO "account_post" VALUES(118829373699653634,'cd','clerk');
INSERT INTO "account_post" VALUES(118829373699653636,'hg','clerk');
INSERT INTO "account_post" VALUES(118829373699653642,'gaj','officer');
INSERT INTO "account_post" VALUES(118829373699653643,'mzj','officer');
INSERT INTO "account_post" VALUES(118829373703847937,'rsj','officer');
INSERT INTO "account_post" VALUES(118829373724819459,'scjg','officer');
INSERT INTO "account_post" VALUES(118829373724819468,'cd','officer');
INSERT INTO "account_post" VALUES(118829373729013760,'hg','officer');
INSERT INTO "account_post" VALUES(118829373729013766,'gaj','head');
INSERT INTO "account_post" VALUES(118829373729013767,'mzj','head');
INSERT INTO "account_post" VALUES(118829373733208071,'scjg','head');
INSERT INTO "agency" VALUES(118829373695459331,'92441202MA9Y00039N','2026-11-25',NULL);
INSERT INTO "case_clock" VALUES(118829374148444161,118829374148444160,'acceptance',5,'working_day',1794187200000,'[]','[]',1794205200000,1,1794844799999);
INSERT INTO "case_clock" VALUES(118829374215553024,118829374148444160,'legal',NULL,NULL,1794205200000,'[]','[]',1794359400000,1,NULL);
INSERT INTO "case_clock" VALUES(118829374215553025,118829374148444160,'promised',5,'working_day',1794205200000,'[]','[]',1794359400000,1,1794844799999);
INSERT INTO "case_clock" VALUES(118829374341382144,118829374148444160,'delivery',10,'working_day',1794359400000,'[]','[]',1794377400000,1,1795622399999);
INSERT INTO "case_clock" VALUES(118829374601428992,118829374597234688,'acceptance',5,'working_day',1794273600000,'[]','[]',1794291600000,1,1794931199999);
INSERT INTO "case_clock" VALUES(118829374639177728,118829374597234688,'legal',20,'working_day',1794291600000,'[]','[]',1794377400000,1,1796745599999);
INSERT INTO "case_clock" VALUES(118829374639177729,118829374597234688,'promised',1,'working_day',1794291600000,'[]','[]',1794377400000,1,1794412799999);
INSERT INTO "case_clock" VALUES(118829374697897984,118829374597234688,'delivery',10,'working_day',1794377400000,'[]','[]',1794445800000,1,1795622399999);
INSERT INTO "case_clock" VALUES(118829374806949889,118829374806949888,'acceptance',5,'working_day',1794360000000,'[]','[]',1794378000000,1,1795017599999);
INSERT INTO "case_clock" VALUES(118829374844698624,118829374806949888,'legal',5,'working_day',1794378000000,'[]','[]',1794532200000,1,1795017599999);
INSERT INTO "case_clock" VALUES(118829374844698625,118829374806949888,'promised',5,'working_day',1794378000000,'[]','[]',1794532200000,1,1795017599999);
INSERT INTO "case_clock" VALUES(118829374970527744,118829374806949888,'delivery',10,'working_day',1794532200000,'[]','[]',1794550200000,1,1795795199999);
INSERT INTO "case_clock" VALUES(118829376463699969,118829376463699968,'acceptance',5,'working_day',1794705600000,'[]','[]',1794723600000,1,1795190399999);
INSERT INTO "case_clock" VALUES(118829376518225920,118829376463699968,'legal',NULL,NULL,1794723600000,'[]','[]',NULL,1,NULL);
INSERT INTO "case_clock" VALUES(118829376518225921,118829376463699968,'promised',20,'working_day',1794723600000,'[]','[]',NULL,1,1797004799999);
INSERT INTO "case_document" VALUES(118829374215553026,118829374148444160,'acceptance','受理通知书','441202202611090000016-1','梁秀英','mzj','肇庆市端州区民政局',1794205200000,NULL,'[]','["你（单位）于2026年11月9日 09:20提交的「高龄津贴申领」申请，材料齐全、符合法定形式，本机关决定予以受理。"]','65QZ59ZSQRSWPMUH');
INSERT INTO "case_document" VALUES(118829374639177730,118829374597234688,'acceptance','受理通知书','441202202611100000017-1','冯丽华','scjg','肇庆市端州区市场监督管理局',1794291600000,NULL,'[]','["你（单位）于2026年11月10日 09:20提交的「个体工商户设立登记」申请，材料齐全、符合法定形式，本机关决定予以受理。"]','652GKXP62JTLFNER');
INSERT INTO "case_document" VALUES(118829374702092288,118829374597234688,'licence','营业执照','1.2.156.3005.2.11440000MB9E00114B001.11441202007185204J.20261110000001.001.G','冯丽华','scjg','肇庆市端州区市场监督管理局',1794377400000,NULL,'[{"label":"姓名","value":"冯丽华"},{"label":"公民身份号码","value":"441299********082X"},{"label":"居住地址","value":"肇庆市端州区睦岗街道大龙路27号"},{"label":"事项","value":"个体工商户设立登记"},{"label":"有效期限","value":"长期"},{"label":"发证机关","value":"肇庆市端州区市场监督管理局"},{"label":"发证日期","value":"2026-11-11"}]','[]','VRX6T7SVFYZT8SE8');
INSERT INTO "case_document" VALUES(118829374844698626,118829374806949888,'acceptance','受理通知书','441202202611110000019-1','罗嘉明','gaj','肇庆市公安局端州分局',1794378000000,NULL,'[]','["你（单位）于2026年11月11日 09:20提交的「居住证签注」申请，材料齐全、符合法定形式，本机关决定予以受理。"]','YEQKUDUL7EBEKL5Q');
INSERT INTO "case_document" VALUES(118829374970527745,118829374806949888,'licence','居住证签注','1.2.156.3005.2.11440000MB9E00026W002.11441202MB9D0005X8.20261111000001.001.U','罗嘉明','gaj','肇庆市公安局端州分局',1794532200000,'2027-11-12','[{"label":"姓名","value":"罗嘉明"},{"label":"公民身份号码","value":"441299********1151"},{"label":"现居住地址","value":"肇庆市端州区城东街道学府路6号5栋802房"},{"label":"事项","value":"居住证签注"},{"label":"有效期限","value":"2026年11月13日至2027年11月12日"},{"label":"发证机关","value":"肇庆市公安局端州分局"},{"label":"发证日期","value":"2026-11-13"}]','[]','S7RBW6PVBPMHZZXZ');
INSERT INTO "case_document" VALUES(118829376518225922,118829376463699968,'acceptance','受理通知书','441202202611150000015-1','刘雨欣','rsj','肇庆市端州区人力资源和社会保障局',1794723600000,NULL,'[]','["你（单位）于2026年11月15日 09:20提交的「一次性创业资助」申请，材料齐全、符合法定形式，本机关决定予以受理。"]','DGTH6C56VFMZ3FZQ');
INSERT INTO "case_material" VALUES(118829374148444160,'bank-account',118829374110695424,'银行存折或者社会保障卡.pdf',1794187200000);
INSERT INTO "case_material" VALUES(118829374597234688,'premises-proof',118829374576263168,'经营场所使用证明.pdf',1794273600000);
INSERT INTO "case_material" VALUES(118829376463699968,'identity-category',118829376442728448,'人员类别证明.pdf',1794705600000);
INSERT INTO "case_number_block" VALUES('2026-11-09',201);
INSERT INTO "case_number_block" VALUES('2026-11-10',201);
INSERT INTO "case_number_block" VALUES('2026-11-11',201);
INSERT INTO "case_number_block" VALUES('2026-11-13',201);
INSERT INTO "case_number_block" VALUES('2026-11-14',201);
INSERT INTO "case_number_block" VALUES('2026-11-15',201);
INSERT INTO "case_number_block" VALUES('2026-11-20',201);
INSERT INTO "case_number_block" VALUES('2026-11-21',201);
INSERT INTO "case_number_block" VALUES('2026-11-22',201);
INSERT INTO "case_number_block" VALUES('2026-11-24',201);
INSERT INTO "case_task" VALUES(118829374148444162,118829374148444160,1,'accept','受理','accept','hg','clerk','[{"code":"accept","label":"予以受理","needsOpinion":false},{"code":"supplement","label":"需要补正","needsOpinion":true},{"code":"refuse","label":"不予受理","needsOpinion":true}]',1794187200000,1794844799999,NULL,NULL,'completed','accept',NULL,'[]',118829373699653636,'孙锦荣',1794205200000,NULL);
INSERT INTO "case_task" VALUES(118829374219747328,118829374148444160,3,'firstReview','街道初审','review','hg','officer','[{"code":"pass","label":"建议准予","needsOpinion":false},{"code":"fail","label":"建议不予","needsOpinion":true}]',1794205200000,1794844799999,NULL,NULL,'completed','pass',NULL,'[]',118829373729013760,'崔启明',1794273000000,NULL);
INSERT INTO "case_task" VALUES(118829374257496064,118829374148444160,4,'review','部门复核','review','mzj','officer','[{"code":"pass","label":"建议准予","needsOpinion":false},{"code":"fail","label":"建议不予","needsOpinion":true}]',1794273000000,1794844799999,NULL,NULL,'completed','pass',NULL,'[]',118829373699653643,'曹秀兰',1794291000000,NULL);
INSERT INTO "case_task" VALUES(118829374291050496,118829374148444160,5,'decide','决定','decide','mzj','head','[{"code":"grant","label":"准予","needsOpinion":false},{"code":"deny","label":"不予","needsOpinion":true}]',1794291000000,1794844799999,NULL,NULL,'completed','grant',NULL,'[]',118829373729013767,'金晓彤',1794359400000,NULL);
INSERT INTO "case_task" VALUES(118829374341382145,118829374148444160,7,'deliver','送达','deliver','zwfw','clerk','[{"code":"delivered","label":"已送达","needsOpinion":false}]',1794359400000,1795622399999,NULL,NULL,'completed','delivered',NULL,'[]',118829373699653633,'刘春华',1794377400000,NULL);
INSERT INTO "case_task" VALUES(118829374601428993,118829374597234688,1,'accept','受理','accept','zwfw','clerk','[{"code":"accept","label":"予以受理","needsOpinion":false},{"code":"supplement","label":"需要补正","needsOpinion":true},{"code":"refuse","label":"不予受理","needsOpinion":true}]',1794273600000,1794931199999,NULL,NULL,'completed','accept',NULL,'[]',118829373699653633,'刘春华',1794291600000,NULL);
INSERT INTO "case_task" VALUES(118829374639177731,118829374597234688,3,'review','审查','review','scjg','officer','[{"code":"pass","label":"建议准予","needsOpinion":false},{"code":"fail","label":"建议不予","needsOpinion":true}]',1794291600000,1794412799999,NULL,NULL,'completed','pass',NULL,'[]',118829373724819459,'李敏',1794359400000,NULL);
INSERT INTO "case_task" VALUES(118829374681120768,118829374597234688,4,'decide','决定','decide','scjg','head','[{"code":"grant","label":"准予","needsOpinion":false},{"code":"deny","label":"不予","needsOpinion":true}]',1794359400000,1794412799999,NULL,NULL,'completed','grant',NULL,'[]',118829373733208071,'王建华',1794377400000,NULL);
INSERT INTO "case_task" VALUES(118829374702092289,118829374597234688,6,'deliver','送达','deliver','zwfw','clerk','[{"code":"delivered","label":"已送达","needsOpinion":false}]',1794377400000,1795622399999,NULL,NULL,'completed','delivered',NULL,'[]',118829373699653633,'刘春华',1794445800000,NULL);
INSERT INTO "case_task" VALUES(118829374806949890,118829374806949888,1,'accept','受理','accept','cd','clerk','[{"code":"accept","label":"予以受理","needsOpinion":false},{"code":"supplement","label":"需要补正","needsOpinion":true},{"code":"refuse","label":"不予受理","needsOpinion":true}]',1794360000000,1795017599999,NULL,NULL,'completed','accept',NULL,'[]',118829373699653634,'杨振宇',1794378000000,NULL);
INSERT INTO "case_task" VALUES(118829374844698627,118829374806949888,3,'firstReview','街道初审','review','cd','officer','[{"code":"pass","label":"建议准予","needsOpinion":false},{"code":"fail","label":"建议不予","needsOpinion":true}]',1794378000000,1795017599999,NULL,NULL,'completed','pass',NULL,'[]',118829373724819468,'钟文杰',1794445800000,NULL);
INSERT INTO "case_task" VALUES(118829374878253056,118829374806949888,4,'review','部门复核','review','gaj','officer','[{"code":"pass","label":"建议准予","needsOpinion":false},{"code":"fail","label":"建议不予","needsOpinion":true}]',1794445800000,1795017599999,NULL,NULL,'completed','pass',NULL,'[]',118829373699653642,'徐汉文',1794463800000,NULL);
INSERT INTO "case_task" VALUES(118829374932779008,118829374806949888,5,'decide','决定','decide','gaj','head','[{"code":"grant","label":"准予","needsOpinion":false},{"code":"deny","label":"不予","needsOpinion":true}]',1794463800000,1795017599999,NULL,NULL,'completed','grant',NULL,'[]',118829373729013766,'石振宇',1794532200000,NULL);
INSERT INTO "case_task" VALUES(118829374970527746,118829374806949888,7,'deliver','送达','deliver','zwfw','clerk','[{"code":"delivered","label":"已送达","needsOpinion":false}]',1794532200000,1795795199999,NULL,NULL,'completed','delivered',NULL,'[]',118829373699653633,'刘春华',1794550200000,NULL);
INSERT INTO "case_task" VALUES(118829376463699970,118829376463699968,1,'accept','受理','accept','zwfw','clerk','[{"code":"accept","label":"予以受理","needsOpinion":false},{"code":"supplement","label":"需要补正","needsOpinion":true},{"code":"refuse","label":"不予受理","needsOpinion":true}]',1794705600000,1795190399999,NULL,NULL,'completed','accept',NULL,'[]',118829373699653633,'刘春华',1794723600000,NULL);
INSERT INTO "case_task" VALUES(118829376518225923,118829376463699968,3,'review','审查','review','rsj','officer','[{"code":"pass","label":"建议准予","needsOpinion":false},{"code":"fail","label":"建议不予","needsOpinion":true}]',1794723600000,1797004799999,NULL,NULL,'completed','pass',NULL,'[]',118829373703847937,'萧冠中',1794791400000,NULL);
INSERT INTO "case_task" VALUES(118829376560168960,118829376463699968,4,'decide','决定','decide','rsj','head','[{"code":"grant","label":"准予","needsOpinion":false},{"code":"deny","label":"不予","needsOpinion":true}]',1794791400000,1797004799999,NULL,NULL,'open',NULL,NULL,'[]',NULL,NULL,NULL,NULL);
INSERT INTO "division" VALUES('440000','广东省','province',NULL,0);
INSERT INTO "division" VALUES('441200','肇庆市','city','440000',0);
INSERT INTO "division" VALUES('441202','端州区','district','441200',0);
INSERT INTO "division" VALUES('441202001','城东街道','street','441202',0);
INSERT INTO "division" VALUES('441202003','城西街道','street','441202',0);
INSERT INTO "division" VALUES('441202005','黄岗街道','street','441202',0);
INSERT INTO "division" VALUES('441202006','睦岗街道','street','441202',0);
INSERT INTO "division" VALUES('441202001901','东岸社区（演示）','community','441202001',1);
INSERT INTO "division" VALUES('441202001902','学府社区（演示）','community','441202001',1);
INSERT INTO "division" VALUES('441202001903','文明社区（演示）','community','441202001',1);
INSERT INTO "division" VALUES('441202003901','砚都社区（演示）','community','441202003',1);
INSERT INTO "division" VALUES('441202003902','西江社区（演示）','community','441202003',1);
INSERT INTO "division" VALUES('441202003903','古塔社区（演示）','community','441202003',1);
INSERT INTO "division" VALUES('441202005901','白石社区（演示）','community','441202005',1);
INSERT INTO "division" VALUES('441202005902','宾日社区（演示）','community','441202005',1);
INSERT INTO "division" VALUES('441202006901','蓝塘社区（演示）','community','441202006',1);
INSERT INTO "division" VALUES('441202006902','大龙社区（演示）','community','441202006',1);
INSERT INTO "file_object" VALUES(118829374110695424,'283fae18bbd4123ccc359ab15c3eb23b6b74faf2451296daf5711e1266ffd674',65280,'银行存折或者社会保障卡.pdf','application/pdf',118829373695459329,'441202202611090000016',1794187200000);
INSERT INTO "file_object" VALUES(118829374576263168,'693725df5603e01b01f747ad0ad12063127b0057208964dd9af32b28580deed5',64467,'经营场所使用证明.pdf','application/pdf',118829373695459331,'441202202611100000017',1794273600000);
INSERT INTO "file_object" VALUES(118829376442728448,'4bf4b7fdad05f7f1191dc66c20e93dc2dd5ad1a15c164cf8fab3dd5dc0cfd355',63245,'人员类别证明.pdf','application/pdf',118829373695459328,'441202202611150000015',1794705600000);
INSERT INTO "journal_entry" VALUES(118829374177804288,1794187200000,118829373695459329,'梁秀英',NULL,'["citizen"]','case.submitted','441202202611090000016','done','page','',NULL,'c2fbf3f7ba644da8b9f5f1f7813aa38381c73ddfed5fbbc45ea5e3d2ac60add9','{}提交了「{}」申请。','["梁秀英","高龄津贴申领"]',1,'{"phase":"submitted"}','bf9fc8963b2def036e33189103b030bd','7501f62326fa55c58872d25123d45a9eb55ac29b827b6064f5ff0a28a57eb5dc',NULL);
INSERT INTO "journal_entry" VALUES(118829374223941632,1794205200000,118829373699653636,'孙锦荣','hg','["clerk"]','task.completed','441202202611090000016','done','page','','c2fbf3f7ba644da8b9f5f1f7813aa38381c73ddfed5fbbc45ea5e3d2ac60add9','2383ee4c36889abf14cf25562e28d574c7413faae86819b9e5573ba1a8c0b69e','「{}」已完成。','["受理"]',1,'{"outcome":"accept","phase":"accepted"}','8a24034f63d144258782c5c33e919b19','de010c0d413d043c06c34628a4f09959efa9fa5f67c8ed2e82c271016b708868',NULL);
INSERT INTO "journal_entry" VALUES(118829374240718848,1794205200000,118829373699653636,'孙锦荣','hg','["clerk"]','case.accepted','441202202611090000016','done','page','','c2fbf3f7ba644da8b9f5f1f7813aa38381c73ddfed5fbbc45ea5e3d2ac60add9','2383ee4c36889abf14cf25562e28d574c7413faae86819b9e5573ba1a8c0b69e','「{}」已受理。','["高龄津贴申领"]',1,'{"phase":"accepted"}','07a3f4f4c39b2a81065f48d68616e965','930ea1bf64ad6547f7f270f07bd03458686647a51ca215b5cc0f34c52b64a423',NULL);
INSERT INTO "journal_entry" VALUES(118829374261690368,1794273000000,118829373729013760,'崔启明','hg','["officer"]','task.completed','441202202611090000016','done','page','','2383ee4c36889abf14cf25562e28d574c7413faae86819b9e5573ba1a8c0b69e','b48c0e9fa301f5a42bffe8da77b3939785082d896dd38a16554a774d57064921','「{}」已完成。','["街道初审"]',1,'{"outcome":"pass","phase":"accepted"}','0b81a2cd371eadac2823306802fd32ee','3a888b9b3699c727b879a80ee1d857824ab5e9e240727b48b9b456f2dcef86f7',NULL);
INSERT INTO "journal_entry" VALUES(118829374295244800,1794291000000,118829373699653643,'曹秀兰','mzj','["officer"]','task.completed','441202202611090000016','done','page','','b48c0e9fa301f5a42bffe8da77b3939785082d896dd38a16554a774d57064921','23d2eb71072747ed31aa4c14f2559a161960ec5dd18385a857b97d9bbd323c42','「{}」已完成。','["部门复核"]',1,'{"outcome":"pass","phase":"accepted"}','883e2035acd00cc279a3814a2f4b6bd5','cc1833181c3f28ed46977ff7ba0968af0a9ada51391f67ebac83c4ec14ecbd72',NULL);
INSERT INTO "journal_entry" VALUES(118829374345576448,1794359400000,118829373729013767,'金晓彤','mzj','["head"]','task.completed','441202202611090000016','done','page','','23d2eb71072747ed31aa4c14f2559a161960ec5dd18385a857b97d9bbd323c42','3e82167496effef762b00ae2a3d2bd1063a9304ffe0abc0636595b88b4e878a0','「{}」已完成。','["决定"]',1,'{"outcome":"grant","phase":"decided"}','cb69304d7a61913267b51382e6c1e7cc','10d5f220d82f077fa3c93157c230d29357e404e50f68feacf96453f2a6499756',NULL);
INSERT INTO "journal_entry" VALUES(118829374349770752,1794359400000,118829373729013767,'金晓彤','mzj','["head"]','case.granted','441202202611090000016','done','page','','23d2eb71072747ed31aa4c14f2559a161960ec5dd18385a857b97d9bbd323c42','3e82167496effef762b00ae2a3d2bd1063a9304ffe0abc0636595b88b4e878a0','{}准予「{}」。','["肇庆市端州区民政局","高龄津贴申领"]',1,'{"outcome":"granted","phase":"decided"}','7aa1fb3b8f770654b8a673484138c32f','24549f0909d0f45aeb3d067bedd3b296813cadd67564a3d9f67c0f23d0371e40',NULL);
INSERT INTO "journal_entry" VALUES(118829374366547968,1794377400000,118829373699653633,'刘春华','zwfw','["clerk"]','task.completed','441202202611090000016','done','page','','3e82167496effef762b00ae2a3d2bd1063a9304ffe0abc0636595b88b4e878a0','5a847e6436081ff628ca67871f7ab9a5f0080746fd64e738637a71bc5a586a36','「{}」已完成。','["送达"]',1,'{"outcome":"delivered","phase":"closed"}','0f9106f3f8c667d1a4bba159ed3b20e5','62ce73095c79826445f5411cf9040b7efa24042d0596f3ea8989e389d8d3214a',NULL);
INSERT INTO "journal_entry" VALUES(118829374370742272,1794377400000,118829373699653633,'刘春华','zwfw','["clerk"]','case.delivered','441202202611090000016','done','page','','3e82167496effef762b00ae2a3d2bd1063a9304ffe0abc0636595b88b4e878a0','5a847e6436081ff628ca67871f7ab9a5f0080746fd64e738637a71bc5a586a36','结果已送达，办结。','[]',1,'{"phase":"closed"}','c6689b854140774f576283cd5747c383','9e04e6212508f8a2da610b0c8bb09b3c9b79a8f8625e22d9f03e4c62c622697c',NULL);
INSERT INTO "journal_entry" VALUES(118829374408491008,1794377400000,118829373695459329,'梁秀英',NULL,'["citizen"]','case.rated','441202202611090000016','done','page','','5a847e6436081ff628ca67871f7ab9a5f0080746fd64e738637a71bc5a586a36','10b9dfd0daaa0a50592dcf1672b02a612ea01f094dfd30fcad06689627f997d8','申请人评价：{}。','["非常满意"]',1,'{"outcome":"5","phase":"closed"}','436741eb0c8278c38f7387414476eee4','45c699bb8639f1de4876573525ecb39a3017953492e24bb05075499de2faa67b',NULL);
INSERT INTO "journal_entry" VALUES(118829374605623296,1794273600000,118829373695459331,'冯丽华',NULL,'["citizen"]','case.submitted','441202202611100000017','done','page','',NULL,'d1ef68a9e5dc48fcbdee1a81630af5ac03430c4a9dcb4e1f19c3a073de9934f1','{}提交了「{}」申请。','["冯丽华","个体工商户设立登记"]',1,'{"phase":"submitted"}','ed236a59313cf505bded903f659f2ad8','e43d6d629e71b5dee0e2bdf434923ba48a84abfdcec2cec3dde160fb5dffcc97',NULL);
INSERT INTO "journal_entry" VALUES(118829374643372032,1794291600000,118829373699653633,'刘春华','zwfw','["clerk"]','task.completed','441202202611100000017','done','page','','d1ef68a9e5dc48fcbdee1a81630af5ac03430c4a9dcb4e1f19c3a073de9934f1','84210d550eb8f17eea861ad568834b36809115192f5a324477bfce29af55a187','「{}」已完成。','["受理"]',1,'{"outcome":"accept","phase":"accepted"}','338a50062700abf83efa94829ab9024b','d00a4804513764f068573fb0ae87a657a12c148715093654621e29cabeeb7260',NULL);
INSERT INTO "journal_entry" VALUES(118829374647566336,1794291600000,118829373699653633,'刘春华','zwfw','["clerk"]','case.accepted','441202202611100000017','done','page','','d1ef68a9e5dc48fcbdee1a81630af5ac03430c4a9dcb4e1f19c3a073de9934f1','84210d550eb8f17eea861ad568834b36809115192f5a324477bfce29af55a187','「{}」已受理。','["个体工商户设立登记"]',1,'{"phase":"accepted"}','e009a8a9ed950e177b56d27577a8ca56','956a6048ab27460131c95e3668c17df301274f7259092cf40a38587f8520d1ad',NULL);
INSERT INTO "journal_entry" VALUES(118829374685315072,1794359400000,118829373724819459,'李敏','scjg','["officer"]','task.completed','441202202611100000017','done','page','','84210d550eb8f17eea861ad568834b36809115192f5a324477bfce29af55a187','7be517860ce3e8713b67c7273044de2253d0344b3af058f1eb5767bdf2076e4e','「{}」已完成。','["审查"]',1,'{"outcome":"pass","phase":"accepted"}','4f327282d65f83760fb6f318c36c661a','70d2f5a38ef5137af957349828733d011bc303ad40d5e16e3167cc0fee7b8667',NULL);
INSERT INTO "journal_entry" VALUES(118829374706286592,1794377400000,118829373733208071,'王建华','scjg','["head"]','task.completed','441202202611100000017','done','page','','7be517860ce3e8713b67c7273044de2253d0344b3af058f1eb5767bdf2076e4e','350b722d4f2685970f2906d47295acc336cddef3ee32ac0731a64dc8a160f6fe','「{}」已完成。','["决定"]',1,'{"outcome":"grant","phase":"decided"}','ac472174e47576fad90ff405177b6537','14b13c93cd1afd7b57504409f0b145b08644e0f781b6de08717f8220e9c9b928',NULL);
INSERT INTO "journal_entry" VALUES(118829374710480896,1794377400000,118829373733208071,'王建华','scjg','["head"]','case.granted','441202202611100000017','done','page','','7be517860ce3e8713b67c7273044de2253d0344b3af058f1eb5767bdf2076e4e','350b722d4f2685970f2906d47295acc336cddef3ee32ac0731a64dc8a160f6fe','{}准予「{}」。','["肇庆市端州区市场监督管理局","个体工商户设立登记"]',1,'{"outcome":"granted","phase":"decided"}','22da3e7f4287dac52ffc37c442b82258','f8ba501c898627ee0bc99bd18ceabc782cf45d7375bfce03beae871e7ebd768a',NULL);
INSERT INTO "journal_entry" VALUES(118829374748229632,1794445800000,118829373699653633,'刘春华','zwfw','["clerk"]','task.completed','441202202611100000017','done','page','','350b722d4f2685970f2906d47295acc336cddef3ee32ac0731a64dc8a160f6fe','c13e2cfbf26f6a0bc275bc8685bd19e51dc8fd34fafa65d3aa12716c9a3949d2','「{}」已完成。','["送达"]',1,'{"outcome":"delivered","phase":"closed"}','12c13743134157250446ed2df72fd8a9','7c4cf3c5c8168b85e0918bfd3da76696fcefa32e24eefff7d0aafe84f5f44fc3',NULL);
INSERT INTO "journal_entry" VALUES(118829374748229633,1794445800000,118829373699653633,'刘春华','zwfw','["clerk"]','case.delivered','441202202611100000017','done','page','','350b722d4f2685970f2906d47295acc336cddef3ee32ac0731a64dc8a160f6fe','c13e2cfbf26f6a0bc275bc8685bd19e51dc8fd34fafa65d3aa12716c9a3949d2','结果已送达，办结。','[]',1,'{"phase":"closed"}','6f862082ba80a8502d53d5e40d19032d','91aed5fadb7159f53e889c4e74a1ad29b5b45f3f26b98360754ebc547c4ffb5f',NULL);
INSERT INTO "journal_entry" VALUES(118829374790172672,1794445800000,118829373695459331,'冯丽华',NULL,'["citizen"]','case.rated','441202202611100000017','done','page','','c13e2cfbf26f6a0bc275bc8685bd19e51dc8fd34fafa65d3aa12716c9a3949d2','28af20dbaeb95254501b7b85a57638177ec65cc606ddb6ca3468c1281009a4bf','申请人评价：{}。','["非常满意"]',1,'{"outcome":"5","phase":"closed"}','03e05963919aea1a36682469a155d805','8a82c9d0703b4d0e9529f3ff44a63316be934deed2859a941a3eb9120a4625b6',NULL);
INSERT INTO "journal_entry" VALUES(118829374811144192,1794360000000,118829373695459330,'罗嘉明',NULL,'["citizen"]','case.submitted','441202202611110000019','done','page','',NULL,'9fe3e0f880a723c6c13af752f57945f126d02d485625d17dd16ea3964ab7ae77','{}提交了「{}」申请。','["罗嘉明","居住证签注"]',1,'{"phase":"submitted"}','1a6a306afd7c3a3e244bfbfdab531fd7','a898adeb356b311ed76814cfe18681d7df3d92a3fca16596de877bad7c782f5f',NULL);
INSERT INTO "journal_entry" VALUES(118829374848892928,1794378000000,118829373699653634,'杨振宇','cd','["clerk"]','task.completed','441202202611110000019','done','page','','9fe3e0f880a723c6c13af752f57945f126d02d485625d17dd16ea3964ab7ae77','5055e6c5acb86e26239271f80abb269b3d27267f346956ec2acab135821e0c7b','「{}」已完成。','["受理"]',1,'{"outcome":"accept","phase":"accepted"}','515404dca3b456bb5515db6caa3cf474','80a367cbd8daa62c17b28a5358482555fd627ff42348a63fd38e63dcbd9f61ce',NULL);
INSERT INTO "journal_entry" VALUES(118829374848892929,1794378000000,118829373699653634,'杨振宇','cd','["clerk"]','case.accepted','441202202611110000019','done','page','','9fe3e0f880a723c6c13af752f57945f126d02d485625d17dd16ea3964ab7ae77','5055e6c5acb86e26239271f80abb269b3d27267f346956ec2acab135821e0c7b','「{}」已受理。','["居住证签注"]',1,'{"phase":"accepted"}','b60f1f09df38a9189f1317da71d47266','7d8896f4fbc9f64f63c0b9c2e5d40e6d3a06ef40f0823bfffa0cd5d80f19677c',NULL);
INSERT INTO "journal_entry" VALUES(118829374882447360,1794445800000,118829373724819468,'钟文杰','cd','["officer"]','task.completed','441202202611110000019','done','page','','5055e6c5acb86e26239271f80abb269b3d27267f346956ec2acab135821e0c7b','7fea3db28e665ad37aaf0a2ab3932a3977da9df12c77d84f20a8978b4722affd','「{}」已完成。','["街道初审"]',1,'{"outcome":"pass","phase":"accepted"}','d23e95981b012febe6d92e53003e9307','5f222835876591a6dbc11eb6cca265809ee8781f99f4756fb0af42533c9af8db',NULL);
INSERT INTO "journal_entry" VALUES(118829374936973312,1794463800000,118829373699653642,'徐汉文','gaj','["officer"]','task.completed','441202202611110000019','done','page','','7fea3db28e665ad37aaf0a2ab3932a3977da9df12c77d84f20a8978b4722affd','e6ec0f162586fb0bfb81265c402643d46a38932397b52b5e26549bda0cb42fe0','「{}」已完成。','["部门复核"]',1,'{"outcome":"pass","phase":"accepted"}','0026ff1f2083dddead8e166b507df843','e405ce4992e6e27d52db3e387a68f22ea16fee35378c1093c956100e42b0f61b',NULL);
INSERT INTO "journal_entry" VALUES(118829374974722048,1794532200000,118829373729013766,'石振宇','gaj','["head"]','task.completed','441202202611110000019','done','page','','e6ec0f162586fb0bfb81265c402643d46a38932397b52b5e26549bda0cb42fe0','c1e86d0327a143910c09c19abb7d10a459e1803837ea29bc4b04eb1380256adf','「{}」已完成。','["决定"]',1,'{"outcome":"grant","phase":"decided"}','594539958e78fff057d91baf4118206a','30aecf6d6c622fce331cc501811d5d1b06bf3df3f15d464756af283a2ee7da7a',NULL);
INSERT INTO "journal_entry" VALUES(118829374974722049,1794532200000,118829373729013766,'石振宇','gaj','["head"]','case.granted','441202202611110000019','done','page','','e6ec0f162586fb0bfb81265c402643d46a38932397b52b5e26549bda0cb42fe0','c1e86d0327a143910c09c19abb7d10a459e1803837ea29bc4b04eb1380256adf','{}准予「{}」。','["肇庆市公安局端州分局","居住证签注"]',1,'{"outcome":"granted","phase":"decided"}','0cd5cc62571cc55865fe4031e96709cf','20465ed44a7d7b278877e2e61a7fb17a8f3699f3a81d38d715d925dab81de287',NULL);
INSERT INTO "journal_entry" VALUES(118829375025053696,1794550200000,118829373699653633,'刘春华','zwfw','["clerk"]','task.completed','441202202611110000019','done','page','','c1e86d0327a143910c09c19abb7d10a459e1803837ea29bc4b04eb1380256adf','a3fac74a75b6dcbf4f2276c4d669727131b124e26c448886a3f9ae136b0e9deb','「{}」已完成。','["送达"]',1,'{"outcome":"delivered","phase":"closed"}','4d083e6a303a9c9e40abf0c1a7086cad','4321c2f420f2f2fa23112380e151fd9e8814cc0d1912720edae61627b9cd8891',NULL);
INSERT INTO "journal_entry" VALUES(118829375025053697,1794550200000,118829373699653633,'刘春华','zwfw','["clerk"]','case.delivered','441202202611110000019','done','page','','c1e86d0327a143910c09c19abb7d10a459e1803837ea29bc4b04eb1380256adf','a3fac74a75b6dcbf4f2276c4d669727131b124e26c448886a3f9ae136b0e9deb','结果已送达，办结。','[]',1,'{"phase":"closed"}','561bddf8e2a0c0dabf46fa770a66d969','ecbf47be8adc26ba950a267e3c0bc4169def3ea06d6c1486ebedd45848e94d53',NULL);
INSERT INTO "journal_entry" VALUES(118829375041830912,1794550200000,118829373695459330,'罗嘉明',NULL,'["citizen"]','case.rated','441202202611110000019','done','page','','a3fac74a75b6dcbf4f2276c4d669727131b124e26c448886a3f9ae136b0e9deb','315ac6ccece49b91f49c9ac0831585c390df042e54ef6fc554a1dc3cf4d0c8a9','申请人评价：{}。','["满意"]',1,'{"outcome":"4","phase":"closed"}','770e01deead54787efcf4065a38413de','b605f7be8bc580cd01205d22d5e3a9186c5ce482a141f17412e52a7b504f5148',NULL);
INSERT INTO "journal_entry" VALUES(118829376467894272,1794705600000,118829373695459328,'刘雨欣',NULL,'["citizen"]','case.submitted','441202202611150000015','done','page','',NULL,'3e1d616d6da1b4dc6deb86ccd492e18a3b8d34652d68ef5709b6cd155f27e33b','{}提交了「{}」申请。','["刘雨欣","一次性创业资助"]',1,'{"phase":"submitted"}','25a77e41859a0684281fd475115afc12','e3f0cd06f59301dfa2a6fbd811b85c09aa263185e4dd39b3bd388acb663f2f46',NULL);
INSERT INTO "journal_entry" VALUES(118829376522420224,1794723600000,118829373699653633,'刘春华','zwfw','["clerk"]','task.completed','441202202611150000015','done','page','','3e1d616d6da1b4dc6deb86ccd492e18a3b8d34652d68ef5709b6cd155f27e33b','1f89669ad8a93a04a677a14578ee4b66c0365a62a339e35d36adf4a3691087a1','「{}」已完成。','["受理"]',1,'{"outcome":"accept","phase":"accepted"}','1a82d639009c70422f6d1de7bb0e5838','5f695541cdb73096718b3db76d1fbe05e3b03f207398fed12163084f16612fff',NULL);
INSERT INTO "journal_entry" VALUES(118829376539197440,1794723600000,118829373699653633,'刘春华','zwfw','["clerk"]','case.accepted','441202202611150000015','done','page','','3e1d616d6da1b4dc6deb86ccd492e18a3b8d34652d68ef5709b6cd155f27e33b','1f89669ad8a93a04a677a14578ee4b66c0365a62a339e35d36adf4a3691087a1','「{}」已受理。','["一次性创业资助"]',1,'{"phase":"accepted"}','8ab0a92e9c8b67953fd5a4944a7cfb34','25e5361eb87d8a40261a7ce95ebedc65019b6061298ece3813ba1fba8879fb93',NULL);
INSERT INTO "journal_entry" VALUES(118829376560168961,1794791400000,118829373703847937,'萧冠中','rsj','["officer"]','task.completed','441202202611150000015','done','page','','1f89669ad8a93a04a677a14578ee4b66c0365a62a339e35d36adf4a3691087a1','79c4f8bc7f6c7651f707bf3796a54f519ca4f1b115d0c0eb5624872607b82ed4','「{}」已完成。','["审查"]',1,'{"outcome":"pass","phase":"accepted"}','e9973edce2e26575bae9b6d0c75fc69d','bbc647e1066cc9c4deef8de2c7f376d0d761a978663d79096f4c5f032069f862',NULL);
INSERT INTO "legal_entity" VALUES(118829362601525251,'肇庆端州星湖餐饮有限公司','91441202MA4W12346L','company','陈静',118829362597330945,'0758-0000201','441202001901','肇庆市端州区城东街道东岸路19号首层','2019-05-20','餐饮服务；食品销售。');
INSERT INTO "legal_entity" VALUES(118829362601525252,'肇庆市鼎砚文化有限公司','91441202MA9Y00020W','company','郑国栋',118829362601525248,'0758-0000202','441202005901','肇庆市端州区黄岗街道白石路1号','2016-03-08','端砚设计、制作、销售；文化交流活动策划。');
INSERT INTO "legal_entity" VALUES(118829362601525253,'端州区老城砂锅粥店','92441202MA9Y00039N','sole_trader','冯丽华',118829362597330954,'0758-0000203','441202003902','肇庆市端州区城西街道西江北路7号','2021-09-15','餐饮服务。');
INSERT INTO "legal_entity" VALUES(118829362601525254,'肇庆市睦岗精密机械有限公司','91441202MA9Y00047L','company','黄志强',118829362597330949,'0758-0000204','441202006901','肇庆市端州区睦岗街道蓝塘二路工业园5号','2012-11-02','机械零件加工、销售。');
INSERT INTO "legal_entity" VALUES(118829362601525255,'肇庆端州学府幼儿教育有限公司','91441202MA9Y00055F','company','周婷',118829362597330952,'0758-0000205','441202001902','肇庆市端州区城东街道学府路18号','2020-07-01','托育服务；教育信息咨询。');
INSERT INTO "legal_entity" VALUES(118829362605719552,'肇庆市端州区白石种养专业合作社','93441202MA9Y000634','cooperative','谢家豪',118829362597330953,'0758-0000206','441202005901','肇庆市端州区黄岗街道白石村','2018-04-10','蔬菜、水果种植；家禽养殖。');
INSERT INTO "message" VALUES(118829374177804289,118829373695459329,'441202202611090000016','您的「{}」申请已收到，办件编号 {}。','["高龄津贴申领","441202202611090000016"]','in-site',1794187200000,NULL,1794187200000);
INSERT INTO "message" VALUES(118829374244913152,118829373695459329,'441202202611090000016','您的「{}」申请已受理，请留意办理时限。','["高龄津贴申领"]','in-site',1794205200000,NULL,1794205200000);
INSERT INTO "message" VALUES(118829374349770753,118829373695459329,'441202202611090000016','{}已准予「{}」。','["肇庆市端州区民政局","高龄津贴申领"]','in-site',1794359400000,NULL,1794359400000);
INSERT INTO "message" VALUES(118829374370742273,118829373695459329,'441202202611090000016','「{}」的结果已送达。欢迎您评价这次办事。','["高龄津贴申领"]','in-site',1794377400000,NULL,1794377400000);
INSERT INTO "message" VALUES(118829374605623297,118829373695459331,'441202202611100000017','您的「{}」申请已收到，办件编号 {}。','["个体工商户设立登记","441202202611100000017"]','in-site',1794273600000,NULL,1794273600000);
INSERT INTO "message" VALUES(118829374647566337,118829373695459331,'441202202611100000017','您的「{}」申请已受理，请留意办理时限。','["个体工商户设立登记"]','in-site',1794291600000,NULL,1794291600000);
INSERT INTO "message" VALUES(118829374710480897,118829373695459331,'441202202611100000017','{}已准予「{}」。','["肇庆市端州区市场监督管理局","个体工商户设立登记"]','in-site',1794377400000,NULL,1794377400000);
INSERT INTO "message" VALUES(118829374752423936,118829373695459331,'441202202611100000017','「{}」的结果已送达。欢迎您评价这次办事。','["个体工商户设立登记"]','in-site',1794445800000,NULL,1794445800000);
INSERT INTO "message" VALUES(118829374827921408,118829373695459330,'441202202611110000019','您的「{}」申请已收到，办件编号 {}。','["居住证签注","441202202611110000019"]','in-site',1794360000000,NULL,1794360000000);
INSERT INTO "message" VALUES(118829374853087232,118829373695459330,'441202202611110000019','您的「{}」申请已受理，请留意办理时限。','["居住证签注"]','in-site',1794378000000,NULL,1794378000000);
INSERT INTO "message" VALUES(118829374978916352,118829373695459330,'441202202611110000019','{}已准予「{}」。','["肇庆市公安局端州分局","居住证签注"]','in-site',1794532200000,NULL,1794532200000);
INSERT INTO "message" VALUES(118829375025053698,118829373695459330,'441202202611110000019','「{}」的结果已送达。欢迎您评价这次办事。','["居住证签注"]','in-site',1794550200000,NULL,1794550200000);
INSERT INTO "message" VALUES(118829376472088576,118829373695459328,'441202202611150000015','您的「{}」申请已收到，办件编号 {}。','["一次性创业资助","441202202611150000015"]','in-site',1794705600000,NULL,1794705600000);
INSERT INTO "message" VALUES(118829376543391744,118829373695459328,'441202202611150000015','您的「{}」申请已受理，请留意办理时限。','["一次性创业资助"]','in-site',1794723600000,NULL,1794723600000);
INSERT INTO "organ" VALUES('zfb','区政府办公室','肇庆市端州区人民政府办公室','11441202MB9D000170','government',NULL,'0758-0000101','肇庆市端州区城东街道古塔中路15号',0);
INSERT INTO "organ" VALUES('fgj','发展和改革局','肇庆市端州区发展和改革局','11441202MB9D00025T','bureau',NULL,'0758-0000102','肇庆市端州区城东街道古塔中路15号',1);
INSERT INTO "organ" VALUES('jyj','教育局','肇庆市端州区教育局','11441202MB9D00033M','bureau',NULL,'0758-0000103','肇庆市端州区城东街道古塔中路',2);
INSERT INTO "organ" VALUES('gxj','工业和信息化局','肇庆市端州区工业和信息化局','11441202MB9D00041G','bureau',NULL,'0758-0000104','肇庆市端州区城东街道古塔中路15号',3);
INSERT INTO "organ" VALUES('gaj','公安分局','肇庆市公安局端州分局','11441202MB9D0005X8','bureau',NULL,'0758-0000105','肇庆市端州区城东街道',4);
INSERT INTO "organ" VALUES('mzj','民政局','肇庆市端州区民政局','11441202MB9D000688','bureau',NULL,'0758-0000106','肇庆市端州区城东街道古塔中路',5);
INSERT INTO "organ" VALUES('sfj','司法局','肇庆市端州区司法局','11441202MB9D000763','bureau',NULL,'0758-0000107','肇庆市端州区城西街道',6);
INSERT INTO "organ" VALUES('czj','财政局','肇庆市端州区财政局','11441202MB9D00084X','bureau',NULL,'0758-0000108','肇庆市端州区城东街道古塔中路15号',7);
INSERT INTO "organ" VALUES('rsj','人力资源和社会保障局','肇庆市端州区人力资源和社会保障局','11441202MB9D00092Q','bureau',NULL,'0758-0000109','肇庆市端州区城东街道',8);
INSERT INTO "organ" VALUES('zrzy','自然资源局端州分局','肇庆市自然资源局端州分局','11441202MB9D00105E','bureau',NULL,'0758-0000110','肇庆市端州区城东街道',9);
INSERT INTO "organ" VALUES('sthj','生态环境局端州分局','肇庆市生态环境局端州分局','11441202MB9D001139','bureau',NULL,'0758-0000111','肇庆市端州区睦岗街道',10);
INSERT INTO "organ" VALUES('zjj','住房和城乡建设局','肇庆市端州区住房和城乡建设局','11441202MB9D001214','bureau',NULL,'0758-0000112','肇庆市端州区城东街道',11);
INSERT INTO "organ" VALUES('jtj','交通运输局','肇庆市端州区交通运输局','11441202MB9D0013XU','bureau',NULL,'0758-0000113','肇庆市端州区黄岗街道',12);
INSERT INTO "organ" VALUES('nyj','农业农村和水利局','肇庆市端州区农业农村和水利局','11441202MB9D00148U','bureau',NULL,'0758-0000114','肇庆市端州区黄岗街道',13);
INSERT INTO "organ" VALUES('swj','商务和投资促进局','肇庆市端州区商务和投资促进局','11441202MB9D00156N','bureau',NULL,'0758-0000115','肇庆市端州区城东街道古塔中路15号',14);
INSERT INTO "organ" VALUES('wgl','文化广电旅游体育局','肇庆市端州区文化广电旅游体育局','11441202MB9D00164H','bureau',NULL,'0758-0000116','肇庆市端州区城西街道',15);
INSERT INTO "organ" VALUES('wsjk','卫生健康局','肇庆市端州区卫生健康局','11441202MB9D00172C','bureau',NULL,'0758-0000117','肇庆市端州区城东街道',16);
INSERT INTO "organ" VALUES('tyjr','退役军人事务局','肇庆市端州区退役军人事务局','11441202MB9D001807','bureau',NULL,'0758-0000118','肇庆市端州区城西街道',17);
INSERT INTO "organ" VALUES('yjj','应急管理局','肇庆市端州区应急管理局','11441202MB9D001994','bureau',NULL,'0758-0000119','肇庆市端州区城东街道',18);
INSERT INTO "organ" VALUES('sjj','审计局','肇庆市端州区审计局','11441202MB9D00201P','bureau',NULL,'0758-0000120','肇庆市端州区城东街道古塔中路15号',19);
INSERT INTO "organ" VALUES('scjg','市场监督管理局','肇庆市端州区市场监督管理局','11441202007185204J','bureau',NULL,'0758-0000121','肇庆市端州区城东街道',20);
INSERT INTO "organ" VALUES('tjj','统计局','肇庆市端州区统计局','11441202MB9D00228F','bureau',NULL,'0758-0000122','肇庆市端州区城东街道古塔中路15号',21);
INSERT INTO "organ" VALUES('ybj','医疗保障分局','肇庆市医疗保障局端州分局','11441202MB9D00236A','bureau',NULL,'0758-0000123','肇庆市端州区城西街道',22);
INSERT INTO "organ" VALUES('xfj','信访局','肇庆市端州区信访局','11441202MB9D002445','bureau',NULL,'0758-0000124','肇庆市端州区城东街道古塔中路15号',23);
INSERT INTO "organ" VALUES('cgj','城市管理和综合执法局','肇庆市端州区城市管理和综合执法局','11441202MB9D002520','bureau',NULL,'0758-0000125','肇庆市端州区城西街道',24);
INSERT INTO "organ" VALUES('zwfw','政务服务和数据管理局','肇庆市端州区政务服务和数据管理局','11441202MB9D00260T','hall',NULL,'0758-0000126','肇庆市端州区城东街道',25);
INSERT INTO "organ" VALUES('shuiwu','税务局','国家税务总局肇庆市端州区税务局','11441202MB9D00279P','bureau',NULL,'0758-0000127','肇庆市端州区城西街道',26);
INSERT INTO "organ" VALUES('xfjy','消防救援大队','肇庆市端州区消防救援大队','11441202MB9D00287J','bureau',NULL,'0758-0000128','肇庆市端州区睦岗街道',27);
INSERT INTO "organ" VALUES('cl','残疾人联合会','肇庆市端州区残疾人联合会','11441202MB9D00295D','bureau',NULL,'0758-0000129','肇庆市端州区城西街道',28);
INSERT INTO "organ" VALUES('cd','城东街道办事处','肇庆市端州区人民政府城东街道办事处','11441202MB9D003083','street','441202001','0758-0000130','肇庆市端州区城东街道',29);
INSERT INTO "organ" VALUES('cx','城西街道办事处','肇庆市端州区人民政府城西街道办事处','11441202MB9D00316X','street','441202003','0758-0000131','肇庆市端州区城西街道',30);
INSERT INTO "organ" VALUES('hg','黄岗街道办事处','肇庆市端州区人民政府黄岗街道办事处','11441202MB9D00324Q','street','441202005','0758-0000132','肇庆市端州区黄岗街道',31);
INSERT INTO "organ" VALUES('mg','睦岗街道办事处','肇庆市端州区人民政府睦岗街道办事处','11441202MB9D00332K','street','441202006','0758-0000133','肇庆市端州区睦岗街道',32);
INSERT INTO "person" VALUES(118829362597330944,'张伟','441299199003071231','15407580001','441202001901','肇庆市端州区城东街道东岸路8号3栋502房');
INSERT INTO "person" VALUES(118829362597330945,'陈静','441299198511152041','15407580002','441202003901','肇庆市端州区城西街道砚都大道21号1栋1203房');
INSERT INTO "person" VALUES(118829362597330946,'刘雨欣','441299199602291180','15407580003','441202001902','肇庆市端州区城东街道学府路6号2栋301房');
INSERT INTO "person" VALUES(118829362597330947,'梁秀英','441299194110030029','15407580004','441202005901','肇庆市端州区黄岗街道白石村二巷5号');
INSERT INTO "person" VALUES(118829362597330948,'何建国','441299193808170010','15407580005','441202003902','肇庆市端州区城西街道西江北路40号2栋201房');
INSERT INTO "person" VALUES(118829362597330949,'黄志强','441299197804210351','15407580006','441202006901','肇庆市端州区睦岗街道蓝塘二路16号');
INSERT INTO "person" VALUES(118829362597330950,'吴晓敏','441299199205120468','15407580007','441202001903','肇庆市端州区城东街道文明路33号4栋702房');
INSERT INTO "person" VALUES(118829362597330951,'林浩','441299200109180570','15407580008','441202003903','肇庆市端州区城西街道古塔路12号1栋404房');
INSERT INTO "person" VALUES(118829362597330952,'周婷','441299198801260681','15407580009','441202001901','肇庆市端州区城东街道东岸路10号1栋906房');
INSERT INTO "person" VALUES(118829362597330953,'谢家豪','441299198307300799','15407580010','441202005902','肇庆市端州区黄岗街道宾日路3号');
INSERT INTO "person" VALUES(118829362597330954,'冯丽华','44129919690305082X','15407580011','441202006902','肇庆市端州区睦岗街道大龙路27号');
INSERT INTO "person" VALUES(118829362601525248,'郑国栋','441299197412120939','15407580012','441202003901','肇庆市端州区城西街道砚都大道25号3栋601房');
INSERT INTO "person" VALUES(118829362601525249,'罗子涵','441299202306011046','15407580013','441202001902','肇庆市端州区城东街道学府路6号5栋802房');
INSERT INTO "person" VALUES(118829362601525250,'罗嘉明','441299199302231151','15407580014','441202001902','肇庆市端州区城东街道学府路6号5栋802房');
INSERT INTO "process_definition" VALUES('single-organ',1,'单部门审批','79af237f609875f0e56776088a80a776055f13ff393a665986bcd730db785124','<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
    xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:minben="urn:minben:bpmn:1"
    id="single-organ-definitions" targetNamespace="urn:minben:processes">
  <bpmn:process id="single-organ" name="单部门审批" isExecutable="true" minben:version="1">
    <bpmn:documentation>受理后由承办部门审查，负责人决定。</bpmn:documentation>
    <bpmn:laneSet id="lanes">
      <bpmn:lane id="lead" name="承办部门">
        <bpmn:flowNodeRef>review</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>decide</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>isGranted</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>issue</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>deny</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>denied</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>isDelivered</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>granted</bpmn:flowNodeRef>
      </bpmn:lane>
      <bpmn:lane id="hall" name="综合窗口">
        <bpmn:flowNodeRef>start</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>isJoint</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>accept</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>acceptOverdue</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>isAccepted</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>issueAcceptance</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>deemAccepted</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>recheck</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>recheckOverdue</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>isSupplied</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>refuseAcceptance</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>refused</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>deliver</bpmn:flowNodeRef>
      </bpmn:lane>
      <bpmn:lane id="applicant" name="申请人">
        <bpmn:flowNodeRef>supply</bpmn:flowNodeRef>
      </bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="start" name="提交申请">
      <bpmn:outgoing>startToIsJoint</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:exclusiveGateway id="isJoint" name="是否联办" default="isJointToAccept">
      <bpmn:incoming>startToIsJoint</bpmn:incoming>
      <bpmn:outgoing>isJointToAccept</bpmn:outgoing>
      <bpmn:outgoing>isJointToReview</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:userTask id="accept" name="受理" minben:organ="hall" minben:role="clerk" minben:act="accept">
      <bpmn:extensionElements>
          <minben:outcome code="accept" label="予以受理"/>
          <minben:outcome code="supplement" label="需要补正" needsOpinion="true"/>
          <minben:outcome code="refuse" label="不予受理" needsOpinion="true"/>
      </bpmn:extensionElements>
      <bpmn:incoming>isJointToAccept</bpmn:incoming>
      <bpmn:outgoing>acceptToIsAccepted</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:boundaryEvent id="acceptOverdue" attachedToRef="accept" minben:clock="acceptance">
      <bpmn:documentation>受理期限届满</bpmn:documentation>
      <bpmn:outgoing>acceptOverdueToDeemAccepted</bpmn:outgoing>
      <bpmn:timerEventDefinition/>
    </bpmn:boundaryEvent>
    <bpmn:exclusiveGateway id="isAccepted">
      <bpmn:incoming>acceptToIsAccepted</bpmn:incoming>
      <bpmn:outgoing>isAcceptedToIssueAcceptance</bpmn:outgoing>
      <bpmn:outgoing>isAcceptedToSupply</bpmn:outgoing>
      <bpmn:outgoing>isAcceptedToRefuseAcceptance</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:serviceTask id="issueAcceptance" name="出具受理通知书" minben:service="accept" minben:final="true">
      <bpmn:incoming>isAcceptedToIssueAcceptance</bpmn:incoming>
      <bpmn:incoming>isSuppliedToIssueAcceptance</bpmn:incoming>
      <bpmn:outgoing>issueAcceptanceToReview</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:serviceTask id="deemAccepted" name="视为受理" minben:service="deem-accepted" minben:final="true">
      <bpmn:incoming>acceptOverdueToDeemAccepted</bpmn:incoming>
      <bpmn:incoming>recheckOverdueToDeemAccepted</bpmn:incoming>
      <bpmn:outgoing>deemAcceptedToReview</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:userTask id="supply" name="补正材料" minben:organ="applicant" minben:role="applicant" minben:act="supply">
      <bpmn:extensionElements>
          <minben:outcome code="submit" label="提交补正"/>
      </bpmn:extensionElements>
      <bpmn:incoming>isAcceptedToSupply</bpmn:incoming>
      <bpmn:outgoing>supplyToRecheck</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="recheck" name="核对补正材料" minben:organ="hall" minben:role="clerk" minben:act="recheck">
      <bpmn:extensionElements>
          <minben:outcome code="accept" label="予以受理"/>
          <minben:outcome code="refuse" label="不予受理" needsOpinion="true"/>
      </bpmn:extensionElements>
      <bpmn:incoming>supplyToRecheck</bpmn:incoming>
      <bpmn:outgoing>recheckToIsSupplied</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:boundaryEvent id="recheckOverdue" attachedToRef="recheck" minben:clock="acceptance">
      <bpmn:documentation>受理期限届满</bpmn:documentation>
      <bpmn:outgoing>recheckOverdueToDeemAccepted</bpmn:outgoing>
      <bpmn:timerEventDefinition/>
    </bpmn:boundaryEvent>
    <bpmn:exclusiveGateway id="isSupplied">
      <bpmn:incoming>recheckToIsSupplied</bpmn:incoming>
      <bpmn:outgoing>isSuppliedToIssueAcceptance</bpmn:outgoing>
      <bpmn:outgoing>isSuppliedToRefuseAcceptance</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:serviceTask id="refuseAcceptance" name="出具不予受理决定" minben:service="refuse-acceptance" minben:final="true">
      <bpmn:incoming>isAcceptedToRefuseAcceptance</bpmn:incoming>
      <bpmn:incoming>isSuppliedToRefuseAcceptance</bpmn:incoming>
      <bpmn:outgoing>refuseAcceptanceToRefused</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:endEvent id="refused" name="不予受理" minben:adverse="true">
      <bpmn:incoming>refuseAcceptanceToRefused</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:userTask id="review" name="审查" minben:organ="lead" minben:role="officer" minben:act="review">
      <bpmn:extensionElements>
          <minben:outcome code="pass" label="建议准予"/>
          <minben:outcome code="fail" label="建议不予" needsOpinion="true"/>
      </bpmn:extensionElements>
      <bpmn:incoming>isJointToReview</bpmn:incoming>
      <bpmn:incoming>issueAcceptanceToReview</bpmn:incoming>
      <bpmn:incoming>deemAcceptedToReview</bpmn:incoming>
      <bpmn:outgoing>reviewToDecide</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="decide" name="决定" minben:organ="lead" minben:role="head" minben:act="decide">
      <bpmn:extensionElements>
          <minben:outcome code="grant" label="准予"/>
          <minben:outcome code="deny" label="不予" needsOpinion="true"/>
      </bpmn:extensionElements>
      <bpmn:incoming>reviewToDecide</bpmn:incoming>
      <bpmn:outgoing>decideToIsGranted</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:exclusiveGateway id="isGranted">
      <bpmn:incoming>decideToIsGranted</bpmn:incoming>
      <bpmn:outgoing>isGrantedToIssue</bpmn:outgoing>
      <bpmn:outgoing>isGrantedToDeny</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:serviceTask id="issue" name="制证" minben:service="issue" minben:final="true">
      <bpmn:incoming>isGrantedToIssue</bpmn:incoming>
      <bpmn:outgoing>issueToIsDelivered</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:serviceTask id="deny" name="出具不予许可决定" minben:service="deny" minben:final="true">
      <bpmn:incoming>isGrantedToDeny</bpmn:incoming>
      <bpmn:outgoing>denyToDenied</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:endEvent id="denied" name="不予许可" minben:adverse="true">
      <bpmn:incoming>denyToDenied</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:exclusiveGateway id="isDelivered" default="isDeliveredToDeliver">
      <bpmn:incoming>issueToIsDelivered</bpmn:incoming>
      <bpmn:outgoing>isDeliveredToDeliver</bpmn:outgoing>
      <bpmn:outgoing>isDeliveredToGranted</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:userTask id="deliver" name="送达" minben:organ="hall" minben:role="clerk" minben:act="deliver">
      <bpmn:extensionElements>
          <minben:outcome code="delivered" label="已送达"/>
      </bpmn:extensionElements>
      <bpmn:incoming>isDeliveredToDeliver</bpmn:incoming>
      <bpmn:outgoing>deliverToGranted</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="granted" name="办结">
      <bpmn:incoming>isDeliveredToGranted</bpmn:incoming>
      <bpmn:incoming>deliverToGranted</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="startToIsJoint" sourceRef="start" targetRef="isJoint"/>
    <bpmn:sequenceFlow id="isJointToAccept" sourceRef="isJoint" targetRef="accept"/>
    <bpmn:sequenceFlow id="acceptToIsAccepted" sourceRef="accept" targetRef="isAccepted"/>
    <bpmn:sequenceFlow id="isAcceptedToIssueAcceptance" name="予以受理" sourceRef="isAccepted" targetRef="issueAcceptance">
      <bpmn:conditionExpression>outcomes.accept = "accept"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="isAcceptedToSupply" name="需要补正" sourceRef="isAccepted" targetRef="supply">
      <bpmn:conditionExpression>outcomes.accept = "supplement"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="isAcceptedToRefuseAcceptance" name="不予受理" sourceRef="isAccepted" targetRef="refuseAcceptance">
      <bpmn:conditionExpression>outcomes.accept = "refuse"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="supplyToRecheck" sourceRef="supply" targetRef="recheck"/>
    <bpmn:sequenceFlow id="recheckToIsSupplied" sourceRef="recheck" targetRef="isSupplied"/>
    <bpmn:sequenceFlow id="isSuppliedToIssueAcceptance" name="齐全" sourceRef="isSupplied" targetRef="issueAcceptance">
      <bpmn:conditionExpression>outcomes.recheck = "accept"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="isSuppliedToRefuseAcceptance" sourceRef="isSupplied" targetRef="refuseAcceptance">
      <bpmn:conditionExpression>outcomes.recheck = "refuse"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="refuseAcceptanceToRefused" sourceRef="refuseAcceptance" targetRef="refused"/>
    <bpmn:sequenceFlow id="acceptOverdueToDeemAccepted" sourceRef="acceptOverdue" targetRef="deemAccepted"/>
    <bpmn:sequenceFlow id="recheckOverdueToDeemAccepted" sourceRef="recheckOverdue" targetRef="deemAccepted"/>
    <bpmn:sequenceFlow id="decideToIsGranted" sourceRef="decide" targetRef="isGranted"/>
    <bpmn:sequenceFlow id="isGrantedToIssue" name="准予" sourceRef="isGranted" targetRef="issue">
      <bpmn:conditionExpression>outcomes.decide = "grant"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="isGrantedToDeny" name="不予" sourceRef="isGranted" targetRef="deny">
      <bpmn:conditionExpression>outcomes.decide = "deny"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="denyToDenied" sourceRef="deny" targetRef="denied"/>
    <bpmn:sequenceFlow id="issueToIsDelivered" sourceRef="issue" targetRef="isDelivered"/>
    <bpmn:sequenceFlow id="isDeliveredToDeliver" name="单独办理" sourceRef="isDelivered" targetRef="deliver"/>
    <bpmn:sequenceFlow id="isDeliveredToGranted" name="联办" sourceRef="isDelivered" targetRef="granted">
      <bpmn:conditionExpression>case.joint = true</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="deliverToGranted" sourceRef="deliver" targetRef="granted"/>
    <bpmn:sequenceFlow id="reviewToDecide" sourceRef="review" targetRef="decide"/>
    <bpmn:sequenceFlow id="isJointToReview" name="联办" sourceRef="isJoint" targetRef="review">
      <bpmn:conditionExpression>case.joint = true</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="issueAcceptanceToReview" sourceRef="issueAcceptance" targetRef="review"/>
    <bpmn:sequenceFlow id="deemAcceptedToReview" sourceRef="deemAccepted" targetRef="review"/>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="single-organ">
      <bpmndi:BPMNShape id="lead-shape" bpmnElement="lead" isHorizontal="true">
        <dc:Bounds x="0" y="0" width="1040" height="158"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="hall-shape" bpmnElement="hall" isHorizontal="true">
        <dc:Bounds x="0" y="158" width="1040" height="282"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="applicant-shape" bpmnElement="applicant" isHorizontal="true">
        <dc:Bounds x="0" y="440" width="1040" height="76"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="start-shape" bpmnElement="start">
        <dc:Bounds x="50" y="276" width="24" height="24"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="40" y="255.5" width="52" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="isJoint-shape" bpmnElement="isJoint" isMarkerVisible="true">
        <dc:Bounds x="98" y="272" width="32" height="32"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="88" y="307.5" width="52" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="accept-shape" bpmnElement="accept">
        <dc:Bounds x="152" y="262" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="acceptOverdue-shape" bpmnElement="acceptOverdue">
        <dc:Bounds x="214" y="252" width="20" height="20"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="isAccepted-shape" bpmnElement="isAccepted" isMarkerVisible="true">
        <dc:Bounds x="284" y="272" width="32" height="32"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="issueAcceptance-shape" bpmnElement="issueAcceptance">
        <dc:Bounds x="446" y="262" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="deemAccepted-shape" bpmnElement="deemAccepted">
        <dc:Bounds x="336" y="185" width="108" height="46"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="supply-shape" bpmnElement="supply">
        <dc:Bounds x="246" y="446" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="recheck-shape" bpmnElement="recheck">
        <dc:Bounds x="356" y="348" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="recheckOverdue-shape" bpmnElement="recheckOverdue">
        <dc:Bounds x="376" y="338" width="20" height="20"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="isSupplied-shape" bpmnElement="isSupplied" isMarkerVisible="true">
        <dc:Bounds x="484" y="358" width="32" height="32"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="refuseAcceptance-shape" bpmnElement="refuseAcceptance">
        <dc:Bounds x="546" y="348" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="refused-shape" bpmnElement="refused">
        <dc:Bounds x="680" y="362" width="24" height="24"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="review-shape" bpmnElement="review">
        <dc:Bounds x="446" y="86" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="decide-shape" bpmnElement="decide">
        <dc:Bounds x="578" y="86" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="isGranted-shape" bpmnElement="isGranted" isMarkerVisible="true">
        <dc:Bounds x="708" y="96" width="32" height="32"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="issue-shape" bpmnElement="issue">
        <dc:Bounds x="770" y="86" width="92" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="deny-shape" bpmnElement="deny">
        <dc:Bounds x="770" y="14" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="denied-shape" bpmnElement="denied">
        <dc:Bounds x="904" y="28" width="24" height="24"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="938" y="31.5" width="52" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="isDelivered-shape" bpmnElement="isDelivered" isMarkerVisible="true">
        <dc:Bounds x="892" y="96" width="32" height="32"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="deliver-shape" bpmnElement="deliver">
        <dc:Bounds x="860" y="262" width="96" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="granted-shape" bpmnElement="granted">
        <dc:Bounds x="988" y="100" width="24" height="24"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="987" y="79.5" width="26" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="startToIsJoint-edge" bpmnElement="startToIsJoint">
        <di:waypoint x="74" y="288"/>
        <di:waypoint x="98" y="288"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isJointToAccept-edge" bpmnElement="isJointToAccept">
        <di:waypoint x="130" y="288"/>
        <di:waypoint x="152" y="288"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="acceptToIsAccepted-edge" bpmnElement="acceptToIsAccepted">
        <di:waypoint x="260" y="288"/>
        <di:waypoint x="284" y="288"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isAcceptedToIssueAcceptance-edge" bpmnElement="isAcceptedToIssueAcceptance">
        <di:waypoint x="316" y="288"/>
        <di:waypoint x="446" y="288"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="326" y="267.5" width="52" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isAcceptedToSupply-edge" bpmnElement="isAcceptedToSupply">
        <di:waypoint x="300" y="304"/>
        <di:waypoint x="300" y="446"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="304" y="335.5" width="52" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isAcceptedToRefuseAcceptance-edge" bpmnElement="isAcceptedToRefuseAcceptance">
        <di:waypoint x="300" y="304"/>
        <di:waypoint x="300" y="418"/>
        <di:waypoint x="600" y="418"/>
        <di:waypoint x="600" y="400"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="320" y="399.5" width="52" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="supplyToRecheck-edge" bpmnElement="supplyToRecheck">
        <di:waypoint x="354" y="472"/>
        <di:waypoint x="410" y="472"/>
        <di:waypoint x="410" y="400"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="recheckToIsSupplied-edge" bpmnElement="recheckToIsSupplied">
        <di:waypoint x="464" y="374"/>
        <di:waypoint x="484" y="374"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isSuppliedToIssueAcceptance-edge" bpmnElement="isSuppliedToIssueAcceptance">
        <di:waypoint x="500" y="358"/>
        <di:waypoint x="500" y="314"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="505" y="327.5" width="26" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isSuppliedToRefuseAcceptance-edge" bpmnElement="isSuppliedToRefuseAcceptance">
        <di:waypoint x="516" y="374"/>
        <di:waypoint x="546" y="374"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="refuseAcceptanceToRefused-edge" bpmnElement="refuseAcceptanceToRefused">
        <di:waypoint x="654" y="374"/>
        <di:waypoint x="680" y="374"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="acceptOverdueToDeemAccepted-edge" bpmnElement="acceptOverdueToDeemAccepted">
        <di:waypoint x="224" y="252"/>
        <di:waypoint x="224" y="208"/>
        <di:waypoint x="336" y="208"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="recheckOverdueToDeemAccepted-edge" bpmnElement="recheckOverdueToDeemAccepted">
        <di:waypoint x="386" y="338"/>
        <di:waypoint x="386" y="231"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="decideToIsGranted-edge" bpmnElement="decideToIsGranted">
        <di:waypoint x="686" y="112"/>
        <di:waypoint x="708" y="112"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isGrantedToIssue-edge" bpmnElement="isGrantedToIssue">
        <di:waypoint x="740" y="112"/>
        <di:waypoint x="770" y="112"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="737" y="117.5" width="26" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isGrantedToDeny-edge" bpmnElement="isGrantedToDeny">
        <di:waypoint x="724" y="96"/>
        <di:waypoint x="724" y="40"/>
        <di:waypoint x="770" y="40"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="729" y="59.5" width="26" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="denyToDenied-edge" bpmnElement="denyToDenied">
        <di:waypoint x="878" y="40"/>
        <di:waypoint x="904" y="40"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="issueToIsDelivered-edge" bpmnElement="issueToIsDelivered">
        <di:waypoint x="862" y="112"/>
        <di:waypoint x="892" y="112"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isDeliveredToDeliver-edge" bpmnElement="isDeliveredToDeliver">
        <di:waypoint x="908" y="128"/>
        <di:waypoint x="908" y="262"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="914" y="137.5" width="52" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isDeliveredToGranted-edge" bpmnElement="isDeliveredToGranted">
        <di:waypoint x="924" y="112"/>
        <di:waypoint x="988" y="112"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="933" y="92.5" width="26" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="deliverToGranted-edge" bpmnElement="deliverToGranted">
        <di:waypoint x="956" y="288"/>
        <di:waypoint x="1000" y="288"/>
        <di:waypoint x="1000" y="124"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="reviewToDecide-edge" bpmnElement="reviewToDecide">
        <di:waypoint x="554" y="112"/>
        <di:waypoint x="578" y="112"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isJointToReview-edge" bpmnElement="isJointToReview">
        <di:waypoint x="114" y="272"/>
        <di:waypoint x="114" y="112"/>
        <di:waypoint x="446" y="112"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="117" y="163.5" width="26" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="issueAcceptanceToReview-edge" bpmnElement="issueAcceptanceToReview">
        <di:waypoint x="500" y="262"/>
        <di:waypoint x="500" y="138"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="deemAcceptedToReview-edge" bpmnElement="deemAcceptedToReview">
        <di:waypoint x="444" y="208"/>
        <di:waypoint x="472" y="208"/>
        <di:waypoint x="472" y="138"/>
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
',1795556727556);
INSERT INTO "process_definition" VALUES('street-then-bureau',1,'街道初审、部门复核','0c92f17c1c438d0541e584c807cb5ad39681d3faee0ac308a3ffddbcb6ca45b5','<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
    xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:minben="urn:minben:bpmn:1"
    id="street-then-bureau-definitions" targetNamespace="urn:minben:processes">
  <bpmn:process id="street-then-bureau" name="街道初审、部门复核" isExecutable="true" minben:version="1">
    <bpmn:documentation>街道受理并初审，承办部门复核后决定（行政许可法第三十五条）。</bpmn:documentation>
    <bpmn:laneSet id="lanes">
      <bpmn:lane id="lead" name="承办部门">
        <bpmn:flowNodeRef>review</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>decide</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>isGranted</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>issue</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>deny</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>denied</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>isDelivered</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>granted</bpmn:flowNodeRef>
      </bpmn:lane>
      <bpmn:lane id="hall" name="综合窗口">
        <bpmn:flowNodeRef>deliver</bpmn:flowNodeRef>
      </bpmn:lane>
      <bpmn:lane id="street" name="街道">
        <bpmn:flowNodeRef>start</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>isJoint</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>accept</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>acceptOverdue</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>isAccepted</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>issueAcceptance</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>deemAccepted</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>recheck</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>recheckOverdue</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>isSupplied</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>refuseAcceptance</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>refused</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>firstReview</bpmn:flowNodeRef>
      </bpmn:lane>
      <bpmn:lane id="applicant" name="申请人">
        <bpmn:flowNodeRef>supply</bpmn:flowNodeRef>
      </bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="start" name="提交申请">
      <bpmn:outgoing>startToIsJoint</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:exclusiveGateway id="isJoint" name="是否联办" default="isJointToAccept">
      <bpmn:incoming>startToIsJoint</bpmn:incoming>
      <bpmn:outgoing>isJointToAccept</bpmn:outgoing>
      <bpmn:outgoing>isJointToFirstReview</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:userTask id="accept" name="受理" minben:organ="street" minben:role="clerk" minben:act="accept">
      <bpmn:extensionElements>
          <minben:outcome code="accept" label="予以受理"/>
          <minben:outcome code="supplement" label="需要补正" needsOpinion="true"/>
          <minben:outcome code="refuse" label="不予受理" needsOpinion="true"/>
      </bpmn:extensionElements>
      <bpmn:incoming>isJointToAccept</bpmn:incoming>
      <bpmn:outgoing>acceptToIsAccepted</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:boundaryEvent id="acceptOverdue" attachedToRef="accept" minben:clock="acceptance">
      <bpmn:documentation>受理期限届满</bpmn:documentation>
      <bpmn:outgoing>acceptOverdueToDeemAccepted</bpmn:outgoing>
      <bpmn:timerEventDefinition/>
    </bpmn:boundaryEvent>
    <bpmn:exclusiveGateway id="isAccepted">
      <bpmn:incoming>acceptToIsAccepted</bpmn:incoming>
      <bpmn:outgoing>isAcceptedToIssueAcceptance</bpmn:outgoing>
      <bpmn:outgoing>isAcceptedToSupply</bpmn:outgoing>
      <bpmn:outgoing>isAcceptedToRefuseAcceptance</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:serviceTask id="issueAcceptance" name="出具受理通知书" minben:service="accept" minben:final="true">
      <bpmn:incoming>isAcceptedToIssueAcceptance</bpmn:incoming>
      <bpmn:incoming>isSuppliedToIssueAcceptance</bpmn:incoming>
      <bpmn:outgoing>issueAcceptanceToFirstReview</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:serviceTask id="deemAccepted" name="视为受理" minben:service="deem-accepted" minben:final="true">
      <bpmn:incoming>acceptOverdueToDeemAccepted</bpmn:incoming>
      <bpmn:incoming>recheckOverdueToDeemAccepted</bpmn:incoming>
      <bpmn:outgoing>deemAcceptedToFirstReview</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:userTask id="supply" name="补正材料" minben:organ="applicant" minben:role="applicant" minben:act="supply">
      <bpmn:extensionElements>
          <minben:outcome code="submit" label="提交补正"/>
      </bpmn:extensionElements>
      <bpmn:incoming>isAcceptedToSupply</bpmn:incoming>
      <bpmn:outgoing>supplyToRecheck</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="recheck" name="核对补正材料" minben:organ="street" minben:role="clerk" minben:act="recheck">
      <bpmn:extensionElements>
          <minben:outcome code="accept" label="予以受理"/>
          <minben:outcome code="refuse" label="不予受理" needsOpinion="true"/>
      </bpmn:extensionElements>
      <bpmn:incoming>supplyToRecheck</bpmn:incoming>
      <bpmn:outgoing>recheckToIsSupplied</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:boundaryEvent id="recheckOverdue" attachedToRef="recheck" minben:clock="acceptance">
      <bpmn:documentation>受理期限届满</bpmn:documentation>
      <bpmn:outgoing>recheckOverdueToDeemAccepted</bpmn:outgoing>
      <bpmn:timerEventDefinition/>
    </bpmn:boundaryEvent>
    <bpmn:exclusiveGateway id="isSupplied">
      <bpmn:incoming>recheckToIsSupplied</bpmn:incoming>
      <bpmn:outgoing>isSuppliedToIssueAcceptance</bpmn:outgoing>
      <bpmn:outgoing>isSuppliedToRefuseAcceptance</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:serviceTask id="refuseAcceptance" name="出具不予受理决定" minben:service="refuse-acceptance" minben:final="true">
      <bpmn:incoming>isAcceptedToRefuseAcceptance</bpmn:incoming>
      <bpmn:incoming>isSuppliedToRefuseAcceptance</bpmn:incoming>
      <bpmn:outgoing>refuseAcceptanceToRefused</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:endEvent id="refused" name="不予受理" minben:adverse="true">
      <bpmn:incoming>refuseAcceptanceToRefused</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:userTask id="firstReview" name="街道初审" minben:organ="street" minben:role="officer" minben:act="review">
      <bpmn:extensionElements>
          <minben:outcome code="pass" label="建议准予"/>
          <minben:outcome code="fail" label="建议不予" needsOpinion="true"/>
      </bpmn:extensionElements>
      <bpmn:incoming>isJointToFirstReview</bpmn:incoming>
      <bpmn:incoming>issueAcceptanceToFirstReview</bpmn:incoming>
      <bpmn:incoming>deemAcceptedToFirstReview</bpmn:incoming>
      <bpmn:outgoing>firstReviewToReview</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="review" name="部门复核" minben:organ="lead" minben:role="officer" minben:act="review">
      <bpmn:extensionElements>
          <minben:outcome code="pass" label="建议准予"/>
          <minben:outcome code="fail" label="建议不予" needsOpinion="true"/>
      </bpmn:extensionElements>
      <bpmn:incoming>firstReviewToReview</bpmn:incoming>
      <bpmn:outgoing>reviewToDecide</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="decide" name="决定" minben:organ="lead" minben:role="head" minben:act="decide">
      <bpmn:extensionElements>
          <minben:outcome code="grant" label="准予"/>
          <minben:outcome code="deny" label="不予" needsOpinion="true"/>
      </bpmn:extensionElements>
      <bpmn:incoming>reviewToDecide</bpmn:incoming>
      <bpmn:outgoing>decideToIsGranted</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:exclusiveGateway id="isGranted">
      <bpmn:incoming>decideToIsGranted</bpmn:incoming>
      <bpmn:outgoing>isGrantedToIssue</bpmn:outgoing>
      <bpmn:outgoing>isGrantedToDeny</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:serviceTask id="issue" name="制证" minben:service="issue" minben:final="true">
      <bpmn:incoming>isGrantedToIssue</bpmn:incoming>
      <bpmn:outgoing>issueToIsDelivered</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:serviceTask id="deny" name="出具不予许可决定" minben:service="deny" minben:final="true">
      <bpmn:incoming>isGrantedToDeny</bpmn:incoming>
      <bpmn:outgoing>denyToDenied</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:endEvent id="denied" name="不予许可" minben:adverse="true">
      <bpmn:incoming>denyToDenied</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:exclusiveGateway id="isDelivered" default="isDeliveredToDeliver">
      <bpmn:incoming>issueToIsDelivered</bpmn:incoming>
      <bpmn:outgoing>isDeliveredToDeliver</bpmn:outgoing>
      <bpmn:outgoing>isDeliveredToGranted</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:userTask id="deliver" name="送达" minben:organ="hall" minben:role="clerk" minben:act="deliver">
      <bpmn:extensionElements>
          <minben:outcome code="delivered" label="已送达"/>
      </bpmn:extensionElements>
      <bpmn:incoming>isDeliveredToDeliver</bpmn:incoming>
      <bpmn:outgoing>deliverToGranted</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="granted" name="办结">
      <bpmn:incoming>isDeliveredToGranted</bpmn:incoming>
      <bpmn:incoming>deliverToGranted</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="startToIsJoint" sourceRef="start" targetRef="isJoint"/>
    <bpmn:sequenceFlow id="isJointToAccept" sourceRef="isJoint" targetRef="accept"/>
    <bpmn:sequenceFlow id="acceptToIsAccepted" sourceRef="accept" targetRef="isAccepted"/>
    <bpmn:sequenceFlow id="isAcceptedToIssueAcceptance" name="予以受理" sourceRef="isAccepted" targetRef="issueAcceptance">
      <bpmn:conditionExpression>outcomes.accept = "accept"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="isAcceptedToSupply" name="需要补正" sourceRef="isAccepted" targetRef="supply">
      <bpmn:conditionExpression>outcomes.accept = "supplement"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="isAcceptedToRefuseAcceptance" name="不予受理" sourceRef="isAccepted" targetRef="refuseAcceptance">
      <bpmn:conditionExpression>outcomes.accept = "refuse"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="supplyToRecheck" sourceRef="supply" targetRef="recheck"/>
    <bpmn:sequenceFlow id="recheckToIsSupplied" sourceRef="recheck" targetRef="isSupplied"/>
    <bpmn:sequenceFlow id="isSuppliedToIssueAcceptance" name="齐全" sourceRef="isSupplied" targetRef="issueAcceptance">
      <bpmn:conditionExpression>outcomes.recheck = "accept"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="isSuppliedToRefuseAcceptance" sourceRef="isSupplied" targetRef="refuseAcceptance">
      <bpmn:conditionExpression>outcomes.recheck = "refuse"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="refuseAcceptanceToRefused" sourceRef="refuseAcceptance" targetRef="refused"/>
    <bpmn:sequenceFlow id="acceptOverdueToDeemAccepted" sourceRef="acceptOverdue" targetRef="deemAccepted"/>
    <bpmn:sequenceFlow id="recheckOverdueToDeemAccepted" sourceRef="recheckOverdue" targetRef="deemAccepted"/>
    <bpmn:sequenceFlow id="decideToIsGranted" sourceRef="decide" targetRef="isGranted"/>
    <bpmn:sequenceFlow id="isGrantedToIssue" name="准予" sourceRef="isGranted" targetRef="issue">
      <bpmn:conditionExpression>outcomes.decide = "grant"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="isGrantedToDeny" name="不予" sourceRef="isGranted" targetRef="deny">
      <bpmn:conditionExpression>outcomes.decide = "deny"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="denyToDenied" sourceRef="deny" targetRef="denied"/>
    <bpmn:sequenceFlow id="issueToIsDelivered" sourceRef="issue" targetRef="isDelivered"/>
    <bpmn:sequenceFlow id="isDeliveredToDeliver" name="单独办理" sourceRef="isDelivered" targetRef="deliver"/>
    <bpmn:sequenceFlow id="isDeliveredToGranted" name="联办" sourceRef="isDelivered" targetRef="granted">
      <bpmn:conditionExpression>case.joint = true</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="deliverToGranted" sourceRef="deliver" targetRef="granted"/>
    <bpmn:sequenceFlow id="reviewToDecide" sourceRef="review" targetRef="decide"/>
    <bpmn:sequenceFlow id="isJointToFirstReview" name="联办" sourceRef="isJoint" targetRef="firstReview">
      <bpmn:conditionExpression>case.joint = true</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="issueAcceptanceToFirstReview" sourceRef="issueAcceptance" targetRef="firstReview"/>
    <bpmn:sequenceFlow id="deemAcceptedToFirstReview" sourceRef="deemAccepted" targetRef="firstReview"/>
    <bpmn:sequenceFlow id="firstReviewToReview" sourceRef="firstReview" targetRef="review"/>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="street-then-bureau">
      <bpmndi:BPMNShape id="lead-shape" bpmnElement="lead" isHorizontal="true">
        <dc:Bounds x="0" y="0" width="1308" height="158"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="hall-shape" bpmnElement="hall" isHorizontal="true">
        <dc:Bounds x="0" y="158" width="1308" height="84"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="street-shape" bpmnElement="street" isHorizontal="true">
        <dc:Bounds x="0" y="242" width="1308" height="282"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="applicant-shape" bpmnElement="applicant" isHorizontal="true">
        <dc:Bounds x="0" y="524" width="1308" height="76"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="start-shape" bpmnElement="start">
        <dc:Bounds x="50" y="360" width="24" height="24"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="40" y="339.5" width="52" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="isJoint-shape" bpmnElement="isJoint" isMarkerVisible="true">
        <dc:Bounds x="98" y="356" width="32" height="32"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="88" y="391.5" width="52" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="accept-shape" bpmnElement="accept">
        <dc:Bounds x="152" y="346" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="acceptOverdue-shape" bpmnElement="acceptOverdue">
        <dc:Bounds x="214" y="336" width="20" height="20"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="isAccepted-shape" bpmnElement="isAccepted" isMarkerVisible="true">
        <dc:Bounds x="284" y="356" width="32" height="32"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="issueAcceptance-shape" bpmnElement="issueAcceptance">
        <dc:Bounds x="446" y="346" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="deemAccepted-shape" bpmnElement="deemAccepted">
        <dc:Bounds x="336" y="269" width="108" height="46"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="supply-shape" bpmnElement="supply">
        <dc:Bounds x="246" y="530" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="recheck-shape" bpmnElement="recheck">
        <dc:Bounds x="356" y="432" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="recheckOverdue-shape" bpmnElement="recheckOverdue">
        <dc:Bounds x="376" y="422" width="20" height="20"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="isSupplied-shape" bpmnElement="isSupplied" isMarkerVisible="true">
        <dc:Bounds x="484" y="442" width="32" height="32"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="refuseAcceptance-shape" bpmnElement="refuseAcceptance">
        <dc:Bounds x="546" y="432" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="refused-shape" bpmnElement="refused">
        <dc:Bounds x="680" y="446" width="24" height="24"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="firstReview-shape" bpmnElement="firstReview">
        <dc:Bounds x="586" y="346" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="review-shape" bpmnElement="review">
        <dc:Bounds x="714" y="86" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="decide-shape" bpmnElement="decide">
        <dc:Bounds x="846" y="86" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="isGranted-shape" bpmnElement="isGranted" isMarkerVisible="true">
        <dc:Bounds x="976" y="96" width="32" height="32"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="issue-shape" bpmnElement="issue">
        <dc:Bounds x="1038" y="86" width="92" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="deny-shape" bpmnElement="deny">
        <dc:Bounds x="1038" y="14" width="108" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="denied-shape" bpmnElement="denied">
        <dc:Bounds x="1172" y="28" width="24" height="24"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="1206" y="31.5" width="52" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="isDelivered-shape" bpmnElement="isDelivered" isMarkerVisible="true">
        <dc:Bounds x="1160" y="96" width="32" height="32"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="deliver-shape" bpmnElement="deliver">
        <dc:Bounds x="1128" y="174" width="96" height="52"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="granted-shape" bpmnElement="granted">
        <dc:Bounds x="1256" y="100" width="24" height="24"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="1255" y="79.5" width="26" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="startToIsJoint-edge" bpmnElement="startToIsJoint">
        <di:waypoint x="74" y="372"/>
        <di:waypoint x="98" y="372"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isJointToAccept-edge" bpmnElement="isJointToAccept">
        <di:waypoint x="130" y="372"/>
        <di:waypoint x="152" y="372"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="acceptToIsAccepted-edge" bpmnElement="acceptToIsAccepted">
        <di:waypoint x="260" y="372"/>
        <di:waypoint x="284" y="372"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isAcceptedToIssueAcceptance-edge" bpmnElement="isAcceptedToIssueAcceptance">
        <di:waypoint x="316" y="372"/>
        <di:waypoint x="446" y="372"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="326" y="351.5" width="52" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isAcceptedToSupply-edge" bpmnElement="isAcceptedToSupply">
        <di:waypoint x="300" y="388"/>
        <di:waypoint x="300" y="530"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="304" y="419.5" width="52" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isAcceptedToRefuseAcceptance-edge" bpmnElement="isAcceptedToRefuseAcceptance">
        <di:waypoint x="300" y="388"/>
        <di:waypoint x="300" y="502"/>
        <di:waypoint x="600" y="502"/>
        <di:waypoint x="600" y="484"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="320" y="483.5" width="52" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="supplyToRecheck-edge" bpmnElement="supplyToRecheck">
        <di:waypoint x="354" y="556"/>
        <di:waypoint x="410" y="556"/>
        <di:waypoint x="410" y="484"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="recheckToIsSupplied-edge" bpmnElement="recheckToIsSupplied">
        <di:waypoint x="464" y="458"/>
        <di:waypoint x="484" y="458"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isSuppliedToIssueAcceptance-edge" bpmnElement="isSuppliedToIssueAcceptance">
        <di:waypoint x="500" y="442"/>
        <di:waypoint x="500" y="398"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="505" y="411.5" width="26" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isSuppliedToRefuseAcceptance-edge" bpmnElement="isSuppliedToRefuseAcceptance">
        <di:waypoint x="516" y="458"/>
        <di:waypoint x="546" y="458"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="refuseAcceptanceToRefused-edge" bpmnElement="refuseAcceptanceToRefused">
        <di:waypoint x="654" y="458"/>
        <di:waypoint x="680" y="458"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="acceptOverdueToDeemAccepted-edge" bpmnElement="acceptOverdueToDeemAccepted">
        <di:waypoint x="224" y="336"/>
        <di:waypoint x="224" y="292"/>
        <di:waypoint x="336" y="292"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="recheckOverdueToDeemAccepted-edge" bpmnElement="recheckOverdueToDeemAccepted">
        <di:waypoint x="386" y="422"/>
        <di:waypoint x="386" y="315"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="decideToIsGranted-edge" bpmnElement="decideToIsGranted">
        <di:waypoint x="954" y="112"/>
        <di:waypoint x="976" y="112"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isGrantedToIssue-edge" bpmnElement="isGrantedToIssue">
        <di:waypoint x="1008" y="112"/>
        <di:waypoint x="1038" y="112"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="1005" y="117.5" width="26" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isGrantedToDeny-edge" bpmnElement="isGrantedToDeny">
        <di:waypoint x="992" y="96"/>
        <di:waypoint x="992" y="40"/>
        <di:waypoint x="1038" y="40"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="997" y="59.5" width="26" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="denyToDenied-edge" bpmnElement="denyToDenied">
        <di:waypoint x="1146" y="40"/>
        <di:waypoint x="1172" y="40"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="issueToIsDelivered-edge" bpmnElement="issueToIsDelivered">
        <di:waypoint x="1130" y="112"/>
        <di:waypoint x="1160" y="112"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isDeliveredToDeliver-edge" bpmnElement="isDeliveredToDeliver">
        <di:waypoint x="1176" y="128"/>
        <di:waypoint x="1176" y="174"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="1182" y="137.5" width="52" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isDeliveredToGranted-edge" bpmnElement="isDeliveredToGranted">
        <di:waypoint x="1192" y="112"/>
        <di:waypoint x="1256" y="112"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="1201" y="92.5" width="26" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="deliverToGranted-edge" bpmnElement="deliverToGranted">
        <di:waypoint x="1224" y="200"/>
        <di:waypoint x="1268" y="200"/>
        <di:waypoint x="1268" y="124"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="reviewToDecide-edge" bpmnElement="reviewToDecide">
        <di:waypoint x="822" y="112"/>
        <di:waypoint x="846" y="112"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="isJointToFirstReview-edge" bpmnElement="isJointToFirstReview">
        <di:waypoint x="114" y="356"/>
        <di:waypoint x="114" y="112"/>
        <di:waypoint x="660" y="112"/>
        <di:waypoint x="660" y="346"/>
        <bpmndi:BPMNLabel>
          <dc:Bounds x="117" y="163.5" width="26" height="17"/>
        </bpmndi:BPMNLabel>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="issueAcceptanceToFirstReview-edge" bpmnElement="issueAcceptanceToFirstReview">
        <di:waypoint x="554" y="372"/>
        <di:waypoint x="586" y="372"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="deemAcceptedToFirstReview-edge" bpmnElement="deemAcceptedToFirstReview">
        <di:waypoint x="444" y="292"/>
        <di:waypoint x="620" y="292"/>
        <di:waypoint x="620" y="346"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="firstReviewToReview-edge" bpmnElement="firstReviewToReview">
        <di:waypoint x="694" y="372"/>
        <di:waypoint x="768" y="372"/>
        <di:waypoint x="768" y="138"/>
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
',1795556727556);
INSERT INTO "public_service" VALUES(118829363935313920,'11441202007185204J4440731002000',1,'sole-trader-registration','个体工商户设立登记','scjg','{"audiences":["person"],"basic_code":"440731002000","children":[],"co_organs":[],"conditions":["申请人有经营能力","有经营者姓名、经营场所和经营范围","经营范围不属于法律、法规禁止进入的行业"],"counter":{"address":"肇庆市端州区城东街道（演示地址）","hours":"周一至周五 9:00–12:00、14:00–17:30，法定节假日除外","name":"端州区政务服务中心综合窗口","phone":"0758-0000121"},"demo":true,"description":"有经营能力的公民可以登记为个体工商户。您在线填写，身份证由系统核验，办结后发给电子营业执照，需要纸质执照的免费邮寄。","fee":{"charged":false,"text":"不收费"},"keywords":["开店","个体户","办执照","营业执照","做生意"],"legal_basis":[{"basis_note":"待核","law":"促进个体工商户发展条例"},{"article":"第十九条","basis_note":"待核","law":"中华人民共和国市场主体登记管理条例"}],"level":4,"life_events":["open-business","work"],"limits":{"legal":{"unit":"working_day","value":20},"promised":{"unit":"working_day","value":1}},"materials":[{"copies":1,"format":"electronic","id":"application","name":"个体工商户登记申请书","necessity":"required","note":"由您在线填写的内容自动生成，提交前请核对。","source":"applicant","waived_by":"online-form"},{"copies":1,"format":"electronic","id":"identity-card","issuer":"公安机关","name":"经营者居民身份证","necessity":"required","note":"由系统核验，人证信息不一致时再请您补充。","source":"government","waived_by":"identity-card"},{"copies":1,"format":"electronic","id":"premises-proof","name":"经营场所使用证明","necessity":"required","note":"租赁合同、产权证明或者场所使用承诺书，选一种。","source":"applicant"},{"copies":1,"format":"electronic","id":"family-members","name":"参加经营的家庭成员名单","necessity":"optional","note":"家庭经营的填写；个人经营的不用。","source":"applicant"}],"name":"个体工商户设立登记","organ":"scjg","output":{"certificate_type":"11440000MB9E00114B001","kind":"registration","name":"营业执照","printed":["shop_name","address"]},"pages":[{"fields":[{"kind":"text","label":"申请人姓名","max_length":50,"name":"applicant_name","prefill":"person.name","required":true},{"kind":"identity_number","label":"申请人身份证号码","name":"identity_number","prefill":"person.identity_number","required":true},{"hint":"方便部门就办理情况联系您。","kind":"phone","label":"联系电话","name":"phone","prefill":"person.phone","required":true},{"kind":"address","label":"居住地址","name":"address","prefill":"person.address","required":true}],"id":"applicant","title":"经营者"},{"fields":[{"hint":"可以不起字号，不起的不填。","kind":"text","label":"店铺名称","name":"shop_name","required":false},{"kind":"choice","label":"组成形式","name":"operation","options":[{"label":"个人经营","value":"individual"},{"label":"家庭经营","value":"family"}],"required":true},{"division_level":"district","kind":"division","label":"经营场所所在街道","name":"division","prefill":"person.division","required":true},{"kind":"address","label":"经营场所地址","name":"shop_address","required":true},{"hint":"例如：餐饮服务；食品销售。","kind":"long_text","label":"经营范围","name":"scope","required":true}],"id":"shop","title":"店铺"},{"fields":[{"kind":"integer","label":"从业人数","max":1000,"min":1,"name":"employee_count","required":true,"unit":"人"},{"kind":"money","label":"资金数额","min":0,"name":"capital","required":false,"unit":"元"}],"id":"extra","title":"其他情况"}],"position":2,"process":"single-organ","questions":[{"answer":"年交易额不超过规定数额的零星小额交易可以不登记；其他情形应当登记，经营场所可以填网络经营场所。","question":"开网店也要登记吗？"}],"remedies":{"litigation":{"address":"肇庆市端州区（演示地址）","name":"肇庆市端州区人民法院","phone":"0758-0000150"},"review":{"address":"肇庆市端州区城东街道古塔中路15号","name":"肇庆市端州区人民政府","phone":"0758-0000107"}},"slug":"sole-trader-registration","steps":[{"actor":"综合窗口","limit":{"unit":"half_day","value":1},"name":"收件受理","result":"受理，或一次性告知需要补正的全部内容","standard":"材料齐全、符合法定形式"},{"actor":"市场监督管理局负责人","limit":{"unit":"half_day","value":1},"name":"审查决定","result":"作出决定并送达营业执照","standard":"申请材料齐全，符合法定形式"}],"summary":"个人开店做生意，登记为个体工商户，领取营业执照。","visits":0}',1795556727789,1);
INSERT INTO "public_service" VALUES(118829363952091137,'11441202MB9D0006884440511012000',1,'old-age-allowance','高龄津贴申领','mzj','{"audiences":["person"],"basic_code":"440511012000","children":[],"co_organs":[],"conditions":["具有本区户籍","年满 80 周岁","未在其他地方领取同类津贴"],"counter":{"address":"肇庆市端州区城东街道（演示地址）","hours":"周一至周五 9:00–12:00、14:00–17:30，法定节假日除外","name":"居住地街道公共服务中心","phone":"0758-0000106"},"demo":true,"description":"由所在街道受理和初审，区民政局审核，通过后按月发到老人的银行账户或者社会保障卡。家人可以代为申请，不用老人跑腿。","fee":{"charged":false,"text":"不收费"},"keywords":["高龄津贴","老人补贴","80岁","敬老","长寿金"],"legal_basis":[{"article":"第三十三条","basis_note":"待核","law":"中华人民共和国老年人权益保障法"},{"basis_note":"待核","law":"广东省老年人权益保障条例"}],"level":4,"life_events":["retirement"],"limits":{"promised":{"unit":"working_day","value":5}},"materials":[{"copies":1,"format":"electronic","id":"application","name":"高龄津贴申请表","necessity":"required","note":"由您在线填写的内容自动生成，提交前请核对。","source":"applicant","waived_by":"online-form"},{"copies":1,"format":"electronic","id":"identity-card","issuer":"公安机关","name":"老年人居民身份证","necessity":"required","note":"由系统核验，人证信息不一致时再请您补充。","source":"government","waived_by":"identity-card"},{"copies":1,"format":"electronic","id":"household-register","issuer":"公安机关","name":"老年人户口簿","necessity":"required","source":"government","waived_by":"household-register"},{"copies":1,"format":"electronic","id":"bank-account","name":"银行存折或者社会保障卡","necessity":"required","note":"拍下有姓名和账号的一面。","source":"applicant"},{"copies":1,"format":"electronic","id":"agent-proof","name":"代办人身份证和关系说明","necessity":"optional","note":"由家人或者社区代办时提供。","source":"applicant"}],"name":"高龄津贴申领","organ":"mzj","output":{"kind":"payment","name":"高龄津贴"},"pages":[{"fields":[{"kind":"text","label":"老年人姓名","max_length":50,"name":"applicant_name","prefill":"person.name","required":true},{"kind":"identity_number","label":"老年人身份证号码","name":"identity_number","prefill":"person.identity_number","required":true},{"hint":"方便部门就办理情况联系您。","kind":"phone","label":"联系电话","name":"phone","prefill":"person.phone","required":true},{"division_level":"street","kind":"division","label":"户籍所在街道","name":"division","prefill":"person.division","required":true},{"kind":"address","label":"居住地址","name":"address","prefill":"person.address","required":true}],"id":"elder","title":"老年人"},{"fields":[{"hint":"例如：中国农业银行肇庆端州支行。","kind":"text","label":"开户银行","name":"bank_name","required":true},{"kind":"text","label":"银行账号或社会保障卡号","max_length":30,"name":"bank_account","required":true}],"id":"payment","title":"领取方式"},{"fields":[{"kind":"boolean","label":"是否由他人代办","name":"by_agent","required":false},{"kind":"text","label":"代办人姓名","max_length":50,"name":"agent_name","required":false,"visible_when":"by_agent = true"},{"kind":"phone","label":"代办人电话","name":"agent_phone","required":false,"visible_when":"by_agent = true"}],"id":"agent","title":"代办人"}],"position":12,"process":"street-then-bureau","questions":[{"answer":"从申请通过的当月起发放，以前的月份一般不补发。","question":"过了 80 岁才想起来申请，以前的补发吗？"}],"remedies":{"litigation":{"address":"肇庆市端州区（演示地址）","name":"肇庆市端州区人民法院","phone":"0758-0000150"},"review":{"address":"肇庆市端州区城东街道古塔中路15号","name":"肇庆市端州区人民政府","phone":"0758-0000107"}},"slug":"old-age-allowance","steps":[{"actor":"街道办事处","limit":{"unit":"half_day","value":1},"name":"受理","result":"受理，或一次性告知需要补正的全部内容","standard":"材料齐全、符合法定形式"},{"actor":"街道办事处","limit":{"unit":"half_day","value":3},"name":"街道初审","result":"形成初审意见","standard":"申请人情况真实，材料与实际相符"},{"actor":"民政局经办人","limit":{"unit":"half_day","value":3},"name":"审核","result":"形成审核意见","standard":"年龄、户籍符合发放条件，没有重复领取"},{"actor":"民政局负责人","limit":{"unit":"working_day","value":1},"name":"决定","result":"同意或者不同意，不同意的说明理由","standard":"审查意见明确、依据充分"},{"actor":"综合窗口","limit":{"unit":"half_day","value":1},"name":"送达","result":"送达决定，按规定发放高龄津贴","standard":"送达信息准确"}],"summary":"本区户籍满 80 周岁的老年人，按月领取高龄津贴。","visits":0}',1795556727789,1);
INSERT INTO "public_service" VALUES(118829364010811393,'11441202MB9D00092Q4442014026000',1,'startup-grant','一次性创业资助','rsj','{"audiences":["person","enterprise"],"basic_code":"442014026000","children":[],"co_organs":[],"conditions":["属于普通高校或者职业院校学生、毕业五年内的毕业生、登记失业人员、复员转业退役军人等符合条件的人员","本人是营业执照登记的法定代表人或者经营者","自登记之日起正常经营六个月以上","没有领取过一次性创业资助"],"counter":{"address":"肇庆市端州区城东街道（演示地址）","hours":"周一至周五 9:00–12:00、14:00–17:30，法定节假日除外","name":"端州区政务服务中心综合窗口","phone":"0758-0000109"},"demo":true,"description":"登记注册满六个月、有纳税或者缴纳社会保险记录的初创者可以申请。审核通过后公示五天，无异议的发到登记的账户，每人只享受一次。","fee":{"charged":false,"text":"不收费"},"keywords":["创业补贴","创业资助","一万元","大学生创业"],"legal_basis":[{"article":"第四十九条","basis_note":"待核","law":"中华人民共和国就业促进法"},{"basis_note":"待核","law":"广东省就业创业补贴申请办理指导清单"}],"level":4,"life_events":["work","open-business"],"limits":{"promised":{"unit":"working_day","value":20}},"materials":[{"copies":1,"format":"electronic","id":"application","name":"一次性创业资助申请表","necessity":"required","note":"由您在线填写的内容自动生成，提交前请核对。","source":"applicant","waived_by":"online-form"},{"copies":1,"format":"electronic","id":"identity-card","issuer":"公安机关","name":"申请人居民身份证","necessity":"required","note":"由系统核验，人证信息不一致时再请您补充。","source":"government","waived_by":"identity-card"},{"copies":1,"format":"electronic","id":"business-licence","issuer":"市场监督管理部门","name":"营业执照","necessity":"required","note":"按统一社会信用代码自动调取。","source":"government","waived_by":"business-licence"},{"copies":1,"format":"electronic","id":"identity-category","name":"人员类别证明","necessity":"required","note":"毕业证、就业创业证、退役证等，选适用的一种。","source":"applicant"},{"copies":1,"format":"electronic","id":"insurance-record","issuer":"社会保险经办机构","name":"社会保险缴费记录","necessity":"required","source":"government","waived_by":"social-insurance"},{"copies":1,"format":"electronic","id":"operation-proof","name":"正常经营的佐证","necessity":"optional","note":"例如近三个月的营业流水或者纳税记录。","source":"applicant"}],"name":"一次性创业资助","organ":"rsj","output":{"kind":"payment","name":"一次性创业资助 10000 元"},"pages":[{"fields":[{"kind":"text","label":"申请人姓名","max_length":50,"name":"applicant_name","prefill":"person.name","required":true},{"kind":"identity_number","label":"申请人身份证号码","name":"identity_number","prefill":"person.identity_number","required":true},{"hint":"方便部门就办理情况联系您。","kind":"phone","label":"联系电话","name":"phone","prefill":"person.phone","required":true},{"kind":"choice","label":"人员类别","name":"category","options":[{"label":"在校学生","value":"student"},{"label":"毕业五年内的毕业生","value":"graduate"},{"label":"登记失业人员","value":"unemployed"},{"label":"退役军人","value":"veteran"},{"label":"返乡创业人员","value":"returning"}],"required":true}],"id":"applicant","title":"申请人"},{"fields":[{"kind":"text","label":"企业或店铺名称","name":"entity_name","prefill":"entity.name","required":true},{"kind":"credit_code","label":"统一社会信用代码","name":"credit_code","prefill":"entity.credit_code","required":true},{"kind":"date","label":"登记日期","name":"registered_on","required":true},{"kind":"integer","label":"从业人数","max":10000,"min":1,"name":"employee_count","required":true,"unit":"人"}],"id":"business","title":"创办的企业"},{"fields":[{"kind":"text","label":"开户银行","name":"bank_name","required":true},{"kind":"text","label":"银行账号","max_length":30,"name":"bank_account","required":true},{"affirm":true,"kind":"boolean","label":"本人没有领取过一次性创业资助，申报内容真实","name":"first_time","required":true}],"id":"payment","title":"收款账户"}],"position":26,"process":"single-organ","questions":[],"remedies":{"litigation":{"address":"肇庆市端州区（演示地址）","name":"肇庆市端州区人民法院","phone":"0758-0000150"},"review":{"address":"肇庆市端州区城东街道古塔中路15号","name":"肇庆市端州区人民政府","phone":"0758-0000107"}},"slug":"startup-grant","steps":[{"actor":"综合窗口","limit":{"unit":"working_day","value":1},"name":"受理","result":"受理，或一次性告知需要补正的全部内容","standard":"材料齐全、符合法定形式"},{"actor":"人力资源和社会保障局经办人","limit":{"unit":"working_day","value":17},"name":"审查","result":"形成审查意见","standard":"人员类别、登记时间和经营情况符合资助条件"},{"actor":"人力资源和社会保障局负责人","limit":{"unit":"working_day","value":1},"name":"决定","result":"准予或者不予，不予的说明理由","standard":"审查意见明确、依据充分"},{"actor":"综合窗口","limit":{"unit":"working_day","value":1},"name":"送达","result":"送达决定，按规定发放一次性创业资助 10000 元","standard":"送达信息准确"}],"summary":"符合条件的人员初次创业并正常经营六个月以上，一次性资助 10000 元。","visits":0}',1795556727789,1);
INSERT INTO "public_service" VALUES(118829364015005697,'11441202MB9D0005X84441006041001',1,'residence-permit-endorsement','居住证签注','gaj','{"audiences":["person"],"basic_code":"441006041001","children":[],"co_organs":[],"conditions":["持有广东省居住证","仍在本区居住","居住满一年前一个月内提出；逾期的可以补办"],"counter":{"address":"肇庆市端州区城东街道（演示地址）","hours":"周一至周五 9:00–12:00、14:00–17:30，法定节假日除外","name":"现居住地街道公共服务中心","phone":"0758-0000105"},"demo":true,"description":"在居住每满一年之日前一个月内办理签注。由居住地街道受理核对，公安机关确认。逾期未签注的，使用功能中止，补办签注后恢复。","fee":{"charged":false,"text":"不收费"},"keywords":["居住证签注","居住证续签","居住证年审","居住证过期"],"legal_basis":[{"article":"第十条","basis_note":"待核","law":"居住证暂行条例"},{"basis_note":"待核","law":"广东省流动人口服务管理条例"}],"level":4,"life_events":["family","housing"],"limits":{"legal":{"unit":"working_day","value":5},"promised":{"unit":"working_day","value":5}},"materials":[{"copies":1,"format":"electronic","id":"application","name":"居住证签注申办表","necessity":"required","note":"由您在线填写的内容自动生成，提交前请核对。","source":"applicant","waived_by":"online-form"},{"copies":1,"format":"electronic","id":"identity-card","issuer":"公安机关","name":"申请人居民身份证","necessity":"required","note":"由系统核验，人证信息不一致时再请您补充。","source":"government","waived_by":"identity-card"},{"copies":1,"format":"electronic","id":"permit-record","issuer":"公安机关","name":"居住证","necessity":"required","note":"由系统核验。","source":"government","waived_by":"residence-permit"},{"copies":1,"format":"electronic","id":"residence-proof","name":"居住、就业或者就读证明","necessity":"optional","note":"信息没有变化的，填写承诺后不用提交。","source":"applicant"}],"name":"居住证签注","organ":"gaj","output":{"certificate_type":"11440000MB9E00026W002","kind":"certificate","name":"居住证签注","printed":["address"],"validity_months":12},"pages":[{"fields":[{"kind":"text","label":"申请人姓名","max_length":50,"name":"applicant_name","prefill":"person.name","required":true},{"kind":"identity_number","label":"申请人身份证号码","name":"identity_number","prefill":"person.identity_number","required":true},{"hint":"方便部门就办理情况联系您。","kind":"phone","label":"联系电话","name":"phone","prefill":"person.phone","required":true},{"division_level":"street","hint":"由这个街道受理和核对。","kind":"division","label":"现居住地所在街道","name":"division","prefill":"person.division","required":true},{"kind":"address","label":"现居住地址","name":"address","prefill":"person.address","required":true}],"id":"applicant","title":"申请人"},{"fields":[{"hint":"忘了可以不填。","kind":"text","label":"居住证号码","max_length":30,"name":"permit_number","required":false},{"kind":"choice","label":"居住、就业或就读情况有没有变化","name":"changed","options":[{"label":"没有变化","value":"no"},{"label":"有变化","value":"yes"}],"required":true},{"kind":"long_text","label":"变化说明","name":"change_note","required":false,"visible_when":"changed = \"yes\""},{"affirm":true,"kind":"boolean","label":"以上内容真实","name":"declaration","required":true}],"id":"permit","title":"居住证"}],"position":28,"process":"street-then-bureau","questions":[{"answer":"可以，选“有变化”，写上新地址，再上传新的居住证明。","question":"地址变了还能签注吗？"}],"remedies":{"litigation":{"address":"肇庆市端州区（演示地址）","name":"肇庆市端州区人民法院","phone":"0758-0000150"},"review":{"address":"肇庆市端州区城东街道古塔中路15号","name":"肇庆市端州区人民政府","phone":"0758-0000107"}},"slug":"residence-permit-endorsement","steps":[{"actor":"街道办事处","limit":{"unit":"half_day","value":1},"name":"受理","result":"受理，或一次性告知需要补正的全部内容","standard":"材料齐全、符合法定形式"},{"actor":"街道办事处","limit":{"unit":"half_day","value":3},"name":"街道初审","result":"形成初审意见","standard":"申请人情况真实，材料与实际相符"},{"actor":"公安分局经办人","limit":{"unit":"half_day","value":3},"name":"审核","result":"形成审核意见","standard":"居住证有效，仍符合居住条件"},{"actor":"公安分局负责人","limit":{"unit":"working_day","value":1},"name":"决定","result":"同意或者不同意，不同意的说明理由","standard":"审查意见明确、依据充分"},{"actor":"综合窗口","limit":{"unit":"half_day","value":1},"name":"送达","result":"送达居住证签注","standard":"送达信息准确"}],"summary":"居住证每年签注一次，签注后继续有效。","visits":0}',1795556727789,1);
INSERT INTO "schema_migration" VALUES('storage',1,'idempotency_key','48651ec70e1aa666361a473c60893a8555b2e5a3980560d80b59a49ec7cad4ff',1795556727545);
INSERT INTO "schema_migration" VALUES('journal',1,'journal_entry','e97d007d0d5468ebd27d205046269db288f5ef5b796552449b91c467f9a86981',1795556727546);
INSERT INTO "schema_migration" VALUES('journal',2,'journal_append_only','6677e86feb699cbfcd9cefe6116745705c6f103d0bac36b3401638b401df09de',1795556727546);
INSERT INTO "schema_migration" VALUES('government',1,'organ','90cf844466b7e19f32ae35f4f4cc88917de439f6a825f0b650689ccc65c1d406',1795556727547);
INSERT INTO "schema_migration" VALUES('government',2,'division','0c2fc713c1bd2f570ad828c8ea9bb1cbdbd9ecb70aef9bfc4263a3cd7a6e763a',1795556727547);
INSERT INTO "schema_migration" VALUES('government',3,'person','7b43e79bae1af3d4e18481b7138c699769cd5e25bc47c70de9433105dbe981f7',1795556727547);
INSERT INTO "schema_migration" VALUES('government',4,'legal_entity','4dd5c078e412d0858176c2eb22307705d52288e144fe347017695917418e84c1',1795556727548);
INSERT INTO "schema_migration" VALUES('government',5,'working_calendar','cf3c78ec905801f6bbced82cda7fb5f27ab84769c75447f6d9b6476cc0052497',1795556727548);
INSERT INTO "schema_migration" VALUES('identity',1,'account','705dc8b252a8622b340f3b1fbee82373c2c339b928e34b7ce67b5ba75b40b4b9',1795556727548);
INSERT INTO "schema_migration" VALUES('identity',2,'account_post','713118a7101870787b1bc98d037c0daf09fd9808e1a494cc6693990e1a7c7864',1795556727548);
INSERT INTO "schema_migration" VALUES('identity',3,'agency','83da512a5361319104d1bea4ba85de3a68f238b27fc0dc40b732316dbcfadf7a',1795556727549);
INSERT INTO "schema_migration" VALUES('identity',4,'session','3d81b979eaae9599f38fcfcecb711f329915ac8314bddb5fa1d00205f4a32036',1795556727549);
INSERT INTO "schema_migration" VALUES('identity',5,'failed_sign_in','a95cc5275feb6bb8db89f0e09d3fa16c1f8dda061c19880198ee96dfb4e2a9d9',1795556727549);
INSERT INTO "schema_migration" VALUES('files',1,'file_object','32624f1dae054cda25f80d01285d702ff428e27ceb45dfe33a23774b0e7fab6d',1795556727550);
INSERT INTO "schema_migration" VALUES('files',2,'unattached_uploads','65333f76b95ed673703d13a61ed51b73973b037a767340cb5e2478ef287b8f83',1795556727550);
INSERT INTO "schema_migration" VALUES('messaging',1,'message','5f25cda8fcc8f19bd082d040eeb905c0091fdd3c8b6ea5fd644e5e19a0d1f5d1',1795556727550);
INSERT INTO "schema_migration" VALUES('cases',1,'service_case','9f29fedee1417e2a796a762ce359ff157130c934972bf3aed9bd91203b625556',1795556727550);
INSERT INTO "schema_migration" VALUES('cases',2,'process_definition','53d3d8fcc34171d367889f1ab9bfd1f4bc065181470ce856af9e939b78f8231a',1795556727552);
INSERT INTO "schema_migration" VALUES('services',1,'public_service','8307eff137397d807fdc01f1bf708d2564bc3b2c996d6785dc8bb58d19849728',1795556727553);
INSERT INTO "schema_migration" VALUES('service-hall',1,'application_draft','e58a24f27d415ff1893558e2c22a76fcc4588d0552bbabba868420f5538d55be',1795556727553);
INSERT INTO "service_case" VALUES(118829374148444160,'441202202611090000016',NULL,0,'11441202MB9D0006884440511012000','高龄津贴申领','mzj','person','梁秀英','441299194110030029',118829362597330947,118829373695459329,118829373695459329,1794187200000,'closed','granted',1794205200000,1794377400000,NULL,5,1,'9PG8ZBPD9F5LCSB9','{"acceptanceLimit":{"unit":"working_day","value":5},"children":[],"coOrgans":[],"code":"11441202MB9D0006884440511012000","deliveryLimit":{"unit":"working_day","value":10},"extensionRule":{"approver":"head","basis":"《行政许可法》第四十二条第一款","limit":{"unit":"working_day","value":10}},"hall":"zwfw","materials":[{"id":"bank-account","isRequired":true,"name":"银行存折或者社会保障卡"},{"id":"agent-proof","isRequired":false,"name":"代办人身份证和关系说明"}],"name":"高龄津贴申领","organ":"mzj","organCode":"11441202MB9D000688","organName":"肇庆市端州区民政局","process":"street-then-bureau","promisedLimit":{"unit":"working_day","value":5},"remedies":{"court":"肇庆市端州区人民法院","reviewBody":"肇庆市端州区人民政府"},"version":1}','{"accountID":118829373695459329,"code":"441299194110030029","kind":"person","name":"梁秀英","personID":118829362597330947,"phone":"15407580004"}','{"accountID":118829373695459329,"channel":"page","filedAt":1794187200000,"filedBy":"梁秀英"}','{"hall":"zwfw","lead":"mzj","street":"hg"}','{"address":"肇庆市端州区黄岗街道白石村二巷5号","agent_phone":"13800005678","applicant_name":"梁秀英","bank_account":"演示内容","bank_name":"演示内容","by_agent":true,"division":"441202005","identity_number":"441299194110030029","phone":"15407580004"}','{"outcomes":{"accept":"accept","decide":"grant","deliver":"delivered","firstReview":"pass","review":"pass"},"process":{"activities":[{"element":"accept","endedStep":2,"firedTimers":[],"id":1,"startedStep":1,"state":"completed"},{"element":"issueAcceptance","endedStep":3,"firedTimers":[],"id":2,"startedStep":2,"state":"completed"},{"element":"firstReview","endedStep":4,"firedTimers":[],"id":3,"startedStep":3,"state":"completed"},{"element":"review","endedStep":5,"firedTimers":[],"id":4,"startedStep":4,"state":"completed"},{"element":"decide","endedStep":6,"firedTimers":[],"id":5,"startedStep":5,"state":"completed"},{"element":"issue","endedStep":7,"firedTimers":[],"id":6,"startedStep":6,"state":"completed"},{"element":"deliver","endedStep":8,"firedTimers":[],"id":7,"startedStep":7,"state":"completed"}],"definitionID":"street-then-bureau","endedAt":"granted","isEnded":true,"nextActivity":8,"step":8,"taken":["acceptToIsAccepted","decideToIsGranted","deliverToGranted","firstReviewToReview","isAcceptedToIssueAcceptance","isDeliveredToDeliver","isGrantedToIssue","isJointToAccept","issueAcceptanceToFirstReview","issueToIsDelivered","reviewToDecide","startToIsJoint"],"tokens":{},"version":"1"},"rating":{"grade":5,"ratedAt":1794377400000},"result":{"decidedAt":1794359400000,"decidedBy":{"accountID":118829373729013767,"name":"金晓彤"},"outcome":"granted"}}',7);
INSERT INTO "service_case" VALUES(118829374597234688,'441202202611100000017',NULL,0,'11441202007185204J4440731002000','个体工商户设立登记','scjg','person','冯丽华','44129919690305082X',118829362597330954,118829373695459331,118829373695459331,1794273600000,'closed','granted',1794291600000,1794445800000,NULL,5,1,'W96KN4E2D6FXP233','{"acceptanceLimit":{"unit":"working_day","value":5},"children":[],"coOrgans":[],"code":"11441202007185204J4440731002000","deliveryLimit":{"unit":"working_day","value":10},"extensionRule":{"approver":"head","basis":"《行政许可法》第四十二条第一款","limit":{"unit":"working_day","value":10}},"hall":"zwfw","legalLimit":{"unit":"working_day","value":20},"licence":{"name":"营业执照","printed":[{"field":"shop_name","label":"店铺名称","options":{}},{"field":"address","label":"居住地址","options":{}}],"typeCode":"11440000MB9E00114B001"},"materials":[{"id":"premises-proof","isRequired":true,"name":"经营场所使用证明"},{"id":"family-members","isRequired":false,"name":"参加经营的家庭成员名单"}],"name":"个体工商户设立登记","organ":"scjg","organCode":"11441202007185204J","organName":"肇庆市端州区市场监督管理局","process":"single-organ","promisedLimit":{"unit":"working_day","value":1},"remedies":{"court":"肇庆市端州区人民法院","reviewBody":"肇庆市端州区人民政府"},"version":1}','{"accountID":118829373695459331,"code":"44129919690305082X","kind":"person","name":"冯丽华","personID":118829362597330954,"phone":"15407580011"}','{"accountID":118829373695459331,"channel":"page","filedAt":1794273600000,"filedBy":"冯丽华"}','{"hall":"zwfw","lead":"scjg","street":"mg"}','{"address":"肇庆市端州区睦岗街道大龙路27号","applicant_name":"冯丽华","capital":0,"division":"441202006","employee_count":1,"identity_number":"44129919690305082X","operation":"individual","phone":"15407580011","scope":"演示内容","shop_address":"肇庆市端州区城东街道古塔中路15号"}','{"outcomes":{"accept":"accept","decide":"grant","deliver":"delivered","review":"pass"},"process":{"activities":[{"element":"accept","endedStep":2,"firedTimers":[],"id":1,"startedStep":1,"state":"completed"},{"element":"issueAcceptance","endedStep":3,"firedTimers":[],"id":2,"startedStep":2,"state":"completed"},{"element":"review","endedStep":4,"firedTimers":[],"id":3,"startedStep":3,"state":"completed"},{"element":"decide","endedStep":5,"firedTimers":[],"id":4,"startedStep":4,"state":"completed"},{"element":"issue","endedStep":6,"firedTimers":[],"id":5,"startedStep":5,"state":"completed"},{"element":"deliver","endedStep":7,"firedTimers":[],"id":6,"startedStep":6,"state":"completed"}],"definitionID":"single-organ","endedAt":"granted","isEnded":true,"nextActivity":7,"step":7,"taken":["acceptToIsAccepted","decideToIsGranted","deliverToGranted","isAcceptedToIssueAcceptance","isDeliveredToDeliver","isGrantedToIssue","isJointToAccept","issueAcceptanceToReview","issueToIsDelivered","reviewToDecide","startToIsJoint"],"tokens":{},"version":"1"},"rating":{"grade":5,"ratedAt":1794445800000},"result":{"decidedAt":1794377400000,"decidedBy":{"accountID":118829373733208071,"name":"王建华"},"outcome":"granted"}}',6);
INSERT INTO "service_case" VALUES(118829374806949888,'441202202611110000019',NULL,0,'11441202MB9D0005X84441006041001','居住证签注','gaj','person','罗嘉明','441299199302231151',118829362601525250,118829373695459330,118829373695459330,1794360000000,'closed','granted',1794378000000,1794550200000,NULL,4,1,'N8R9RDPBGZRNZ3ZJ','{"acceptanceLimit":{"unit":"working_day","value":5},"children":[],"coOrgans":[],"code":"11441202MB9D0005X84441006041001","deliveryLimit":{"unit":"working_day","value":10},"extensionRule":{"approver":"head","basis":"《行政许可法》第四十二条第一款","limit":{"unit":"working_day","value":10}},"hall":"zwfw","legalLimit":{"unit":"working_day","value":5},"licence":{"name":"居住证签注","printed":[{"field":"address","label":"现居住地址","options":{}}],"typeCode":"11440000MB9E00026W002","validityMonths":12},"materials":[{"id":"residence-proof","isRequired":false,"name":"居住、就业或者就读证明"}],"name":"居住证签注","organ":"gaj","organCode":"11441202MB9D0005X8","organName":"肇庆市公安局端州分局","process":"street-then-bureau","promisedLimit":{"unit":"working_day","value":5},"remedies":{"court":"肇庆市端州区人民法院","reviewBody":"肇庆市端州区人民政府"},"version":1}','{"accountID":118829373695459330,"code":"441299199302231151","kind":"person","name":"罗嘉明","personID":118829362601525250,"phone":"15407580014"}','{"accountID":118829373695459330,"channel":"page","filedAt":1794360000000,"filedBy":"罗嘉明"}','{"hall":"zwfw","lead":"gaj","street":"cd"}','{"address":"肇庆市端州区城东街道学府路6号5栋802房","applicant_name":"罗嘉明","changed":"no","declaration":true,"division":"441202001","identity_number":"441299199302231151","phone":"15407580014"}','{"outcomes":{"accept":"accept","decide":"grant","deliver":"delivered","firstReview":"pass","review":"pass"},"process":{"activities":[{"element":"accept","endedStep":2,"firedTimers":[],"id":1,"startedStep":1,"state":"completed"},{"element":"issueAcceptance","endedStep":3,"firedTimers":[],"id":2,"startedStep":2,"state":"completed"},{"element":"firstReview","endedStep":4,"firedTimers":[],"id":3,"startedStep":3,"state":"completed"},{"element":"review","endedStep":5,"firedTimers":[],"id":4,"startedStep":4,"state":"completed"},{"element":"decide","endedStep":6,"firedTimers":[],"id":5,"startedStep":5,"state":"completed"},{"element":"issue","endedStep":7,"firedTimers":[],"id":6,"startedStep":6,"state":"completed"},{"element":"deliver","endedStep":8,"firedTimers":[],"id":7,"startedStep":7,"state":"completed"}],"definitionID":"street-then-bureau","endedAt":"granted","isEnded":true,"nextActivity":8,"step":8,"taken":["acceptToIsAccepted","decideToIsGranted","deliverToGranted","firstReviewToReview","isAcceptedToIssueAcceptance","isDeliveredToDeliver","isGrantedToIssue","isJointToAccept","issueAcceptanceToFirstReview","issueToIsDelivered","reviewToDecide","startToIsJoint"],"tokens":{},"version":"1"},"rating":{"grade":4,"ratedAt":1794550200000},"result":{"decidedAt":1794532200000,"decidedBy":{"accountID":118829373729013766,"name":"石振宇"},"outcome":"granted"}}',7);
INSERT INTO "service_case" VALUES(118829376463699968,'441202202611150000015',NULL,0,'11441202MB9D00092Q4442014026000','一次性创业资助','rsj','person','刘雨欣','441299199602291180',118829362597330946,118829373695459328,118829373695459328,1794705600000,'accepted',NULL,1794723600000,NULL,1797004799999,NULL,1,'44NHP4CYJG2FVQLE','{"acceptanceLimit":{"unit":"working_day","value":5},"children":[],"coOrgans":[],"code":"11441202MB9D00092Q4442014026000","deliveryLimit":{"unit":"working_day","value":10},"extensionRule":{"approver":"head","basis":"《行政许可法》第四十二条第一款","limit":{"unit":"working_day","value":10}},"hall":"zwfw","materials":[{"id":"identity-category","isRequired":true,"name":"人员类别证明"},{"id":"operation-proof","isRequired":false,"name":"正常经营的佐证"}],"name":"一次性创业资助","organ":"rsj","organCode":"11441202MB9D00092Q","organName":"肇庆市端州区人力资源和社会保障局","process":"single-organ","promisedLimit":{"unit":"working_day","value":20},"remedies":{"court":"肇庆市端州区人民法院","reviewBody":"肇庆市端州区人民政府"},"version":1}','{"accountID":118829373695459328,"code":"441299199602291180","kind":"person","name":"刘雨欣","personID":118829362597330946,"phone":"15407580003"}','{"accountID":118829373695459328,"channel":"page","filedAt":1794705600000,"filedBy":"刘雨欣"}','{"hall":"zwfw","lead":"rsj"}','{"applicant_name":"刘雨欣","bank_account":"演示内容","bank_name":"演示内容","category":"student","credit_code":"91441202MA4W12346L","employee_count":1,"entity_name":"演示内容","first_time":true,"identity_number":"441299199602291180","phone":"15407580003","registered_on":"2026-12-01"}','{"outcomes":{"accept":"accept","review":"pass"},"process":{"activities":[{"element":"accept","endedStep":2,"firedTimers":[],"id":1,"startedStep":1,"state":"completed"},{"element":"issueAcceptance","endedStep":3,"firedTimers":[],"id":2,"startedStep":2,"state":"completed"},{"element":"review","endedStep":4,"firedTimers":[],"id":3,"startedStep":3,"state":"completed"},{"element":"decide","firedTimers":[],"id":4,"startedStep":4,"state":"active"}],"definitionID":"single-organ","isEnded":false,"nextActivity":5,"step":4,"taken":["acceptToIsAccepted","isAcceptedToIssueAcceptance","isJointToAccept","issueAcceptanceToReview","reviewToDecide","startToIsJoint"],"tokens":{},"version":"1"}}',3);
INSERT INTO "working_calendar" VALUES(1,'{"holidays":{"2025-01-01":"元旦","2025-01-28":"春节","2025-01-29":"春节","2025-01-30":"春节","2025-01-31":"春节","2025-02-01":"春节","2025-02-02":"春节","2025-02-03":"春节","2025-02-04":"春节","2025-04-04":"清明节","2025-04-05":"清明节","2025-04-06":"清明节","2025-05-01":"劳动节","2025-05-02":"劳动节","2025-05-03":"劳动节","2025-05-04":"劳动节","2025-05-05":"劳动节","2025-05-31":"端午节","2025-06-01":"端午节","2025-06-02":"端午节","2025-10-01":"国庆节、中秋节","2025-10-02":"国庆节、中秋节","2025-10-03":"国庆节、中秋节","2025-10-04":"国庆节、中秋节","2025-10-05":"国庆节、中秋节","2025-10-06":"国庆节、中秋节","2025-10-07":"国庆节、中秋节","2025-10-08":"国庆节、中秋节","2026-01-01":"元旦","2026-01-02":"元旦","2026-01-03":"元旦","2026-02-15":"春节","2026-02-16":"春节","2026-02-17":"春节","2026-02-18":"春节","2026-02-19":"春节","2026-02-20":"春节","2026-02-21":"春节","2026-02-22":"春节","2026-02-23":"春节","2026-04-04":"清明节","2026-04-05":"清明节","2026-04-06":"清明节","2026-05-01":"劳动节","2026-05-02":"劳动节","2026-05-03":"劳动节","2026-05-04":"劳动节","2026-05-05":"劳动节","2026-06-19":"端午节","2026-06-20":"端午节","2026-06-21":"端午节","2026-09-25":"中秋节","2026-09-26":"中秋节","2026-09-27":"中秋节","2026-10-01":"国庆节","2026-10-02":"国庆节","2026-10-03":"国庆节","2026-10-04":"国庆节","2026-10-05":"国庆节","2026-10-06":"国庆节","2026-10-07":"国庆节"},"source":"国务院办公厅关于2025年、2026年部分节假日安排的通知（2024年11月、2025年11月4日）","version":1,"workdays":["2025-01-26","2025-02-08","2025-04-27","2025-09-28","2025-10-11","2026-01-04","2026-02-14","2026-02-28","2026-05-09","2026-09-20","2026-10-10"],"years":[2025,2026]}',NULL,1795556727788);
CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);
CREATE INDEX journal_entry_subject ON journal_entry (subject, id);
CREATE INDEX journal_entry_actor ON journal_entry (actor_id, id);
CREATE INDEX journal_entry_unsequenced ON journal_entry (id) WHERE leaf_index IS NULL;
CREATE UNIQUE INDEX journal_entry_leaf ON journal_entry (leaf_index) WHERE leaf_index IS NOT NULL;
CREATE TRIGGER journal_entry_no_update
BEFORE UPDATE OF
    id, at, actor_id, actor_name, actor_organ, actor_roles, action, subject, outcome, channel, address,
    before_digest, after_digest, template, parameters, is_public, detail, salt, leaf_hash
ON journal_entry
BEGIN
    SELECT RAISE(ABORT, 'journal entries do not change');
END;
CREATE TRIGGER journal_entry_one_place
BEFORE UPDATE OF leaf_index ON journal_entry
WHEN OLD.leaf_index IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'journal entries keep their place');
END;
CREATE TRIGGER journal_entry_no_replace
BEFORE INSERT ON journal_entry
WHEN NEW.leaf_index IS NOT NULL OR EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'journal entries are only added');
END;
CREATE UNIQUE INDEX organ_street ON organ (division_code) WHERE division_code IS NOT NULL;
CREATE INDEX division_parent ON division (parent_code);
CREATE INDEX legal_entity_representative ON legal_entity (representative_id);
CREATE INDEX account_post_role ON account_post (organ, role);
CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expiry ON session (expires_at);
CREATE INDEX failed_sign_in_age ON failed_sign_in (last_failed_at);
CREATE INDEX file_object_sha256 ON file_object (sha256);
CREATE INDEX file_object_case ON file_object (case_number, id) WHERE case_number IS NOT NULL;
CREATE INDEX file_object_orphan ON file_object (created_at) WHERE case_number IS NULL;
CREATE INDEX file_object_unattached ON file_object (owner_id, size) WHERE case_number IS NULL;
CREATE INDEX message_inbox ON message (account_id, channel, created_at, id);
CREATE INDEX message_unread ON message (account_id, channel) WHERE read_at IS NULL;
CREATE INDEX service_case_by_parent ON service_case (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX service_case_by_account ON service_case (applicant_account, id);
CREATE INDEX service_case_by_applicant ON service_case (applicant_code, id);
CREATE INDEX service_case_by_organ ON service_case (organ, phase, id);
CREATE INDEX service_case_by_filing ON service_case (filed_at);
CREATE INDEX service_case_open ON service_case (id) WHERE closed_at IS NULL;
CREATE INDEX service_case_rated ON service_case (closed_at) WHERE rating IS NOT NULL;
CREATE INDEX service_case_by_due ON service_case (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX case_task_by_case ON case_task (case_id, id);
CREATE INDEX case_task_open ON case_task (organ, due_at, id) WHERE state = 'open';
CREATE INDEX case_task_done ON case_task (completed_by, completed_at) WHERE state = 'completed';
CREATE INDEX case_clock_by_case ON case_clock (case_id, id);
CREATE INDEX case_clock_stopped ON case_clock (name, stopped_at) WHERE stopped_at IS NOT NULL;
CREATE INDEX case_clock_running ON case_clock (due_at) WHERE stopped_at IS NULL;
CREATE INDEX case_timer_due ON case_timer (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX case_material_by_file ON case_material (file_id);
CREATE INDEX case_document_by_case ON case_document (case_id, id);
CREATE UNIQUE INDEX public_service_current_code ON public_service (code) WHERE is_current = 1;
CREATE UNIQUE INDEX public_service_current_slug ON public_service (slug) WHERE is_current = 1;
CREATE INDEX application_draft_open ON application_draft (account_id, updated_at)
    WHERE submitted_number IS NULL;
CREATE INDEX application_draft_age ON application_draft (updated_at);
CREATE TRIGGER journal_entry_no_delete
BEFORE DELETE ON journal_entry
BEGIN
    SELECT RAISE(ABORT, 'journal entries stay');
END;

import Cases
import Web
import WorkingTime

/// What was accepted without (容缺受理).
struct DeferralDocument: Encodable, Sendable {
    struct Item: Encodable, Sendable {
        let requirement: String
        let name: String
        @OrNull var supplied_at: String?
    }

    let items: [Item]
    @OrNull var due_at: String?
    @OrNull var lapsed_at: String?

    init(_ deferral: Deferral) {
        items = deferral.items.map {
            Item(
                requirement: $0.requirement, name: $0.name,
                supplied_at: OrNull(wrappedValue: $0.suppliedAt?.rfc3339))
        }
        _due_at = OrNull(wrappedValue: deferral.dueAt?.rfc3339)
        _lapsed_at = OrNull(wrappedValue: deferral.lapsedAt?.rfc3339)
    }

    static let schema = Schema.object([
        .init(
            "items",
            .list(
                .object([
                    .init("requirement", .text), .init("name", .text),
                    .init("supplied_at", .nullable(.formatted("date-time"))),
                ]))),
        .init("due_at", .nullable(.formatted("date-time")), "补交的期限；受理以前为空"),
        .init("lapsed_at", .nullable(.formatted("date-time")), "到期没有补齐"),
    ])
}

/// What was promised instead of being proved (告知承诺).
struct CommitmentDocument: Encodable, Sendable {
    let confirmed_at: String
    /// `kept`, `broken`; null while it is not verified.
    @OrNull var verified: String?
    @OrNull var revoked_at: String?

    init(_ commitment: Commitment) {
        confirmed_at = commitment.confirmedAt.rfc3339
        _verified = OrNull(wrappedValue: commitment.verification.map { $0.isKept ? "kept" : "broken" })
        _revoked_at = OrNull(wrappedValue: commitment.revocation?.decidedAt.rfc3339)
    }

    static let schema = Schema.object([
        .init("confirmed_at", .formatted("date-time")),
        .init("verified", .nullable(.oneOf(["kept", "broken"])), "事后核查的结论"),
        .init("revoked_at", .nullable(.formatted("date-time")), "准予的决定被撤销的时间"),
    ])
}

/// The hearing.
struct HearingDocument: Encodable, Sendable {
    let state: String
    let request_until: String
    @OrNull var requested_at: String?
    @OrNull var at: String?
    @OrNull var place: String?

    init(_ hearing: Hearing, at now: Instant) {
        state = hearing.state(at: now).rawValue
        request_until = hearing.requestUntil.rfc3339
        _requested_at = OrNull(wrappedValue: hearing.requestedAt?.rfc3339)
        _at = OrNull(wrappedValue: hearing.session?.at.rfc3339)
        _place = OrNull(wrappedValue: hearing.session?.place)
    }

    static let schema = Schema.object([
        .init("state", .oneOf(["told", "waived", "requested", "scheduled", "held", "closed"])),
        .init("request_until", .formatted("date-time")),
        .init("requested_at", .nullable(.formatted("date-time"))),
        .init("at", .nullable(.formatted("date-time")), "举行的时间"), .init("place", .nullable(.text)),
    ])
}

import WorkingTime

/// A hearing on an application (听证, 行政许可法 (2019) arts. 46–48), from the telling of the right to the record.
public struct Hearing: Codable, Sendable, Hashable {
    /// Where it stands.
    public enum State: String, Codable, Sendable {
        /// The right was told; nobody has asked yet.
        case told
        /// It was waived, or the five working days have passed (as it is read, see ``Hearing/state(at:)``).
        case waived
        case requested, scheduled, held, closed
    }

    /// Who takes part, and as what.
    public struct Participant: Codable, Sendable, Hashable {
        /// The name.
        public let name: String
        /// As what: 申请人, 利害关系人, 审查人员 …
        public let capacity: String
        /// When they were registered.
        public let registeredAt: Instant
    }

    /// When and where it takes place, and who leads it.
    public struct Session: Codable, Sendable, Hashable {
        /// The hour it begins.
        public let at: Instant
        /// The place.
        public let place: String
        /// Who leads it; nobody who reviewed the application.
        public let chair: Signatory
        /// When the applicant was told.
        public let noticeAt: Instant
    }

    /// What was said, and how it was confirmed.
    public struct Record: Codable, Sendable, Hashable {
        /// The text, a paragraph each.
        public let paragraphs: [String]
        /// Who wrote it.
        public let writtenBy: Signatory
        /// When.
        public let writtenAt: Instant
        /// When the applicant confirmed it; `nil` where the chair closed it without.
        public internal(set) var confirmedAt: Instant?
        /// Why it was closed without the applicant's confirmation (拒绝签字, 缺席).
        public internal(set) var unconfirmedReason: String?
    }

    /// What the right was told for: what the decision would do to whom.
    public let cause: String
    /// Who told it.
    public let toldBy: Signatory
    /// When.
    public let toldAt: Instant
    /// The end of the fifth working day: until then it may be asked for (art. 47).
    public let requestUntil: Instant
    /// When it was asked for.
    public internal(set) var requestedAt: Instant?
    /// What was said with the request.
    public internal(set) var request: String?
    /// When it was waived.
    public internal(set) var waivedAt: Instant?
    /// The end of the twentieth working day after the request: until then it must be held (art. 47).
    public internal(set) var holdUntil: Instant?
    /// When and where.
    public internal(set) var session: Session?
    /// Who takes part.
    public internal(set) var participants: [Participant] = []
    /// What was said.
    public internal(set) var record: Record?

    /// Where it stands at a time of looking.
    public func state(at now: Instant) -> State {
        if let record {
            return record.confirmedAt != nil || record.unconfirmedReason != nil ? .closed : .held
        }
        if session != nil { return .scheduled }
        if requestedAt != nil { return .requested }
        return waivedAt != nil || now > requestUntil ? .waived : .told
    }
}

import Cases
import Refusals
import WorkingTime

/// An electronic licence (电子证照, GB/T 36904): issued once and signed, in force until something ends it.
public struct Licence: Sendable, Hashable, Identifiable {
    /// What the issuing organ has made of it; that it expires is for the day to say, see ``standing(on:)``.
    public enum State: String, Codable, Sendable {
        case valid, suspended, revoked, cancelled
    }

    /// What somebody asked for and another person has to confirm.
    public struct RevocationRequest: Sendable, Hashable {
        /// Who asked.
        public let by: Signatory
        /// When.
        public let at: Instant
        /// As what.
        public let ground: RevocationGround
        /// Why.
        public let reason: String
    }

    /// Ours, time-ordered.
    public let id: Int64
    /// The national identifier (GB/T 36904-2018).
    public let number: String
    /// The 21 characters of its type.
    public let typeCode: String
    /// What it is called.
    public let name: String
    /// In whose name it is.
    public let holder: LicenceHolder
    /// Key of the issuing organ.
    public let organ: String
    /// Full name of the issuing organ, as it signed.
    public let organName: String
    /// When it was issued.
    public let issuedAt: Instant
    /// Its last day; `nil` when it has none.
    public let validUntil: CivilDate?
    /// What stands on it.
    public let facts: [IssuedDocument.Fact]
    /// Unguessable: whoever holds the paper may check it.
    public let verificationCode: String
    /// The case it was issued in; `nil` when it was taken in from elsewhere.
    public let caseNumber: String?
    /// The account that hears what happens to it.
    public let accountID: Int64?
    /// What the organ has made of it.
    public internal(set) var state = State.valid
    /// Since when it is in this state.
    public internal(set) var stateSince: Instant
    /// Why it is not valid, in the organ's words.
    public internal(set) var reason: String?
    /// As what it was taken away.
    public internal(set) var ground: RevocationGround?
    /// A revocation that waits for the second person, or was confirmed by them.
    public internal(set) var asked: RevocationRequest?
    /// Who confirmed the revocation.
    public internal(set) var confirmedBy: Int64?
    /// What the rules have done since it was loaded.
    var acts: [LicenceAct] = []

    /// Where it stands on a day. The last day still counts; what the organ has ended stays ended.
    public func standing(on day: CivilDate) -> Standing {
        switch state {
        case .revoked: return .revoked
        case .cancelled: return .cancelled
        case .suspended, .valid:
            if let validUntil, validUntil < day { return .expired }
            return state == .suspended ? .suspended : .valid
        }
    }

    /// The word for where it stands, with the one that is meant where there are two.
    public func words(on day: CivilDate) -> String {
        let standing = standing(on: day)
        return standing == .revoked ? "已\(ground?.chinese ?? "吊销")" : standing.chinese
    }

    /// A revocation somebody has asked for and nobody has decided on.
    public var waitingRevocation: RevocationRequest? { state == .revoked ? nil : asked }

    /// Why it cannot be used on a day; `nil` when it can.
    public func obstacle(on day: CivilDate) -> Sentence? {
        let since = stateSince.day.written
        switch standing(on: day) {
        case .valid: return nil
        case .expired: return "「\(name)」（\(number)）的有效期到\(validUntil?.written ?? "")，已经过期，不能使用。"
        case .suspended: return "「\(name)」（\(number)）已于\(since)暂停使用，不能使用。原因：\(reason ?? "")"
        case .cancelled: return "「\(name)」（\(number)）已于\(since)注销，不能使用。原因：\(reason ?? "")"
        case .revoked:
            return "「\(name)」（\(number)）已于\(since)被\(ground?.chinese ?? "吊销")，不能使用。原因：\(reason ?? "")"
        }
    }

    /// Whether it may take the place of an upload.
    ///
    /// - Parameters:
    ///   - code: identity number or credit code of whoever applies.
    ///   - type: the type the material asks for; `nil` when that was checked before.
    /// - Throws: `forbidden` for somebody else's licence, `conflict` for another kind of licence or one that is not in force.
    public func requireUsable(by code: String, as type: String?, on day: CivilDate) throws {
        guard holder.code == code else {
            throw DomainError.forbidden("这份证照的持有人不是本次申请的申请人，不能使用。")
        }
        if let type, type != typeCode {
            throw DomainError.conflict("「\(name)」不是这份材料要的证照，请上传材料。")
        }
        if let obstacle = obstacle(on: day) { throw DomainError.conflict(obstacle) }
    }
}

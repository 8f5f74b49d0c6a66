import Codes
import Refusals
import WorkingTime

/// What a deputy asks supervision to follow up: it becomes an order, or is refused with a reason.
struct DeputyProposal: Sendable, Hashable {
    let id: Int64
    /// By this an order says where it came from.
    let reference: String
    let accountID: Int64
    let title: String
    let words: String
    /// The organ that should answer, as the deputy sees it.
    let organ: String
    let raisedAt: Instant
    private(set) var refusal: String?
    private(set) var refusedBy: Int64?
    private(set) var refusedAt: Instant?

    init(
        id: Int64, reference: String, accountID: Int64, title: String, words: String, organ: String,
        raisedAt: Instant, refusal: String? = nil, refusedBy: Int64? = nil, refusedAt: Instant? = nil
    ) {
        (self.id, self.reference, self.accountID) = (id, reference, accountID)
        (self.title, self.words, self.organ, self.raisedAt) = (title, words, organ, raisedAt)
        (self.refusal, self.refusedBy, self.refusedAt) = (refusal, refusedBy, refusedAt)
    }

    /// Raises one.
    ///
    /// - Parameter organs: the keys of those that can be asked.
    /// - Throws: `invalid` at the fields.
    static func raise(
        _ title: String, _ words: String, organ: String, of organs: Set<String>, id: Int64, by account: Int64,
        at now: Instant
    ) throws -> DeputyProposal {
        var errors: [FieldError] = []
        if !(2...80).contains(title.count) { errors.append(FieldError("title", "请写明建议督办什么，2 到 80 个字。")) }
        if !(10...2_000).contains(words.count) {
            errors.append(FieldError("words", "请写明情况和建议，10 到 2000 个字。"))
        }
        if !organs.contains(organ) { errors.append(FieldError("organ", "请选择应当答复的部门。")) }
        for (field, text) in [("title", title), ("words", words)] {
            if let finding = PersonalData.findings(in: text, names: []).first {
                errors.append(FieldError(field, finding))
            }
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        return DeputyProposal(
            id: id, reference: "代表建议 \(now.day.iso.replacing("-", with: ""))-\(id % 1_000_000)",
            accountID: account,
            title: title, words: words, organ: organ, raisedAt: now)
    }

    /// An order is begun from it.
    ///
    /// - Throws: `conflict` when its deputy has been told that none will be.
    func requireUnrefused() throws {
        guard refusal == nil else { throw DomainError.conflict("这条建议已经答复不立项，不能再立项督办。") }
    }

    static let own: Sentence = "这条建议涉及您自己的部门，要由其他监察人员处理。"

    /// Supervision does not follow it up, and says why.
    ///
    /// - Parameter isOwn: whether it is about an organ of whoever refuses it: nobody supervises their own.
    mutating func refuse(_ reason: String, isOrdered: Bool, isOwn: Bool, by account: Int64, at now: Instant)
        throws
    {
        guard account != accountID else { throw DomainError.forbidden("建议是您提出的，要由另一人处理。") }
        guard !isOwn else { throw DomainError.forbidden(Self.own) }
        guard !isOrdered else { throw DomainError.conflict("这条建议已经立项督办。") }
        guard refusal == nil else { throw DomainError.conflict("这条建议已经答复。") }
        guard (4...1_000).contains(reason.count) else {
            throw DomainError.invalid("reason", "请写明不立项的理由，4 到 1000 个字，代表会看到。")
        }
        (refusal, refusedBy, refusedAt) = (reason, account, now)
    }
}

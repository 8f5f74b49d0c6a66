import Cases
import Identity
import Refusals
import WorkingTime

/// The code that somebody gets who was served at a window, in the hall or on the telephone, or whose case came to its end.
/// It rates that once.
struct VisitCode: Sendable, Hashable {
    static let length = 10
    private static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")

    let code: String
    let source: ServiceRating.Source
    let organ: String
    let item: String
    let place: String
    let expiresAt: Instant
    /// The case it is about, when it came with a result.
    let caseNumber: String?
    /// The account at the desk that made it; nil when it came with a result.
    let madeBy: Int64?
    private(set) var usedAt: Instant?

    init(
        code: String, source: ServiceRating.Source, organ: String, item: String, place: String,
        expiresAt: Instant, caseNumber: String? = nil, madeBy: Int64? = nil, usedAt: Instant? = nil
    ) {
        (self.caseNumber, self.madeBy) = (caseNumber, madeBy)
        (self.code, self.source, self.organ) = (code, source, organ)
        (self.item, self.place, self.expiresAt, self.usedAt) = (item, place, expiresAt, usedAt)
    }

    /// A code nobody guesses: 32 letters to the power of ten.
    static func random() -> String {
        String((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count)] })
    }

    /// The code as somebody may write it; nil for anything that is none.
    static func read(_ text: String) -> String? {
        let plain = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        return plain.count == length && plain.allSatisfy(alphabet.contains) ? plain : nil
    }

    /// Whoever was served says how it was (好差评由办事人评价): neither who made the code nor anybody of the organ.
    ///
    /// - Parameter account: whoever is signed in; nil for a stranger.
    /// - Returns: why they may not rate it; nil when they may.
    func refusal(of account: Account?) -> Sentence? {
        guard let account else { return nil }
        if let madeBy, madeBy == account.id { return "评价码是您发的，请交给办事人评价。" }
        guard account.posts.contains(where: { $0.organ == organ }) else { return nil }
        return "本单位的工作人员不能评价本单位的服务。"
    }

    /// Rates the visit.
    ///
    /// - Throws: `conflict` the second time or too late, `invalid` at the field.
    mutating func rate(
        _ grade: Int?, reasons: [String], words: String, channel: String, id: Int64, at now: Instant
    ) throws -> ServiceRating {
        guard usedAt == nil else { throw DomainError.conflict("您已经评价过了，谢谢。") }
        guard now < expiresAt else { throw DomainError.conflict("评价码已过期，不能再评价。") }
        guard let grade, Rating.grades.contains(where: { $0.value == grade }) else {
            throw DomainError.invalid("grade", "请从「非常满意」到「非常不满意」中选择一项。")
        }
        let known = Rating.reasons.map(\.code).filter(reasons.contains)
        guard known.count == Set(reasons).count else { throw DomainError.invalid("reasons", "请从列出的原因中选择。") }
        guard words.count <= 500 else { throw DomainError.invalid("words", "最多 500 字。") }
        usedAt = now
        return ServiceRating(
            id: id, subject: caseNumber ?? code, source: source, organ: organ, item: item, place: place,
            grade: grade,
            reasons: known, words: words.isEmpty ? nil : words, channel: channel, ratedAt: now)
    }
}

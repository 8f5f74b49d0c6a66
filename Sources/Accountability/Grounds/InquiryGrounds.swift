import Refusals
import Storage
import WorkingTime

/// What an inquiry is begun from, as the feature that keeps it tells it.
public struct InquiryGround: Sendable, Hashable {
    /// One fact in words.
    public struct Fact: Codable, Sendable, Hashable {
        let name: String
        let words: String

        /// A fact.
        public init(_ name: String, _ words: String) { (self.name, self.words) = (name, words) }
    }

    /// What it is called; it names no person.
    public let title: String
    /// The organ whose official it may be; nil where that has to be said.
    public let organ: String?
    /// The facts as they are now.
    public let facts: [Fact]
    /// Why nobody may be held to account for it yet; nil when one may.
    public let obstacle: Sentence?
    /// Why it stands no longer for whom it was proposed already; nil while it stands.
    public let retraction: Sentence?

    /// A ground.
    public init(
        title: String, organ: String?, facts: [Fact], obstacle: Sentence? = nil, retraction: Sentence? = nil
    ) {
        (self.title, self.organ, self.facts) = (title, organ, facts)
        (self.obstacle, self.retraction) = (obstacle, retraction)
    }
}

/// How grounds are looked up by other features: nil for what is not there.
public struct InquiryGrounds: Sendable {
    /// Looks one up by its id or number.
    public typealias Lookup = @Sendable (String, Instant, Transaction) throws -> InquiryGround?

    let signal: Lookup
    let order: Lookup
    let complaint: Lookup
    let places: @Sendable (_ source: String, _ reference: String) -> String?

    /// - Parameter places: the page of a ground, where it has one.
    public init(
        signal: @escaping Lookup, order: @escaping Lookup, complaint: @escaping Lookup,
        places: @escaping @Sendable (_ source: String, _ reference: String) -> String?
    ) {
        (self.signal, self.order, self.complaint, self.places) = (signal, order, complaint, places)
    }

    /// - Throws: `invalid` at `reference` for what is not there or may not be used.
    func ground(_ source: Inquiry.Source, _ reference: String, at now: Instant, in tx: Transaction) throws
        -> InquiryGround
    {
        guard let found = try find(source, reference, at: now, in: tx) else {
            throw DomainError.invalid("reference", "没有这个\(source.chinese)，请核对编号。")
        }
        if let obstacle = found.obstacle { throw DomainError.invalid("reference", obstacle) }
        return found
    }

    /// Why what an inquiry rests on stands no longer; nil while it stands. What nobody finds any more, as it is no longer kept,
    /// has not been taken back by that.
    func retraction(of inquiry: Inquiry, at now: Instant, in tx: Transaction) throws -> Sentence? {
        try find(inquiry.source, inquiry.reference, at: now, in: tx)?.retraction
    }

    private func find(_ source: Inquiry.Source, _ reference: String, at now: Instant, in tx: Transaction)
        throws -> InquiryGround?
    {
        switch source {
        case .signal: try signal(reference, now, tx)
        case .order: try order(reference, now, tx)
        case .complaint: try complaint(reference, now, tx)
        }
    }
}

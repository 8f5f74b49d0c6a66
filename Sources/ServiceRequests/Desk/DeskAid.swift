import Identity
import Storage
import WorkingTime

/// What the desk of requests is told by its neighbours in the house: who calls, and what is known already.
public struct DeskAid: Sendable {
    /// An answer that was reviewed.
    public struct Answer: Sendable, Hashable {
        let id: String
        let question: String
        let words: String

        /// An answer, with the question it belongs to.
        public init(id: String, question: String, words: String) {
            (self.id, self.question, self.words) = (id, question, words)
        }
    }

    let caller: @Sendable (Int64, OfficerContext) async throws -> String?
    let answers: @Sendable (String, CivilDate) async throws -> [Answer]
    let conclude: @Sendable (Int64, String, Instant, Transaction) throws -> Void
    let unpublished: @Sendable (String, Instant, Transaction) throws -> Void

    /// The neighbours; none unless said otherwise.
    ///
    /// - Parameters:
    ///   - caller: the number of a call that an officer answers; nil when it is hidden, `notFound` for others.
    ///   - answers: what is known about some words on a day, the likeliest first.
    ///   - conclude: ends a call whose caller was added to the request of this number, in the transaction that adds them; the
    ///     number is empty where nobody is to learn which one it is.
    ///   - unpublished: takes the answer of the request of this number away from wherever else it was shown, in the transaction
    ///     that takes it out of the register.
    public init(
        caller: @escaping @Sendable (Int64, OfficerContext) async throws -> String? = { _, _ in nil },
        answers: @escaping @Sendable (String, CivilDate) async throws -> [Answer] = { _, _ in [] },
        conclude: @escaping @Sendable (Int64, String, Instant, Transaction) throws -> Void = { _, _, _, _ in
        },
        unpublished: @escaping @Sendable (String, Instant, Transaction) throws -> Void = { _, _, _ in }
    ) {
        (self.caller, self.answers) = (caller, answers)
        (self.conclude, self.unpublished) = (conclude, unpublished)
    }
}

import Cases
import Journal
import Refusals
import Storage
import WorkingTime

/// Who was served at a window a moment ago, as far as the tablet there needs to know: a number, never a name.
public struct ServedVisit: Sendable, Hashable {
    /// What tells it from every other visit; it is rated once.
    public let id: String
    /// The number on the ticket.
    public let label: String
    /// The organ that runs the hall.
    public let organ: String
    /// Hall and window.
    public let place: String
    /// What was done there.
    public let business: String

    /// A visit.
    public init(id: String, label: String, organ: String, place: String, business: String) {
        (self.id, self.label, self.organ) = (id, label, organ)
        (self.place, self.business) = (place, business)
    }
}

/// Finds who was served last at a window; nil while nobody was, and `notFound` for no window.
public typealias ServedAtWindow = @Sendable (_ window: Int64, _ now: Instant) async throws -> ServedVisit?

/// Ratings of visits at windows, each once.
struct WindowRatings: Sendable {
    let database: Database
    let served: ServedAtWindow

    /// Who may rate at a window now: nobody whose visit is rated already.
    func waiting(at window: Int64, _ now: Instant) async throws -> ServedVisit? {
        guard let visit = try await served(window, now) else { return nil }
        let isRated = try await database.read { try RatingStore.isRated(visit.subject, in: $0) }
        return isRated ? nil : visit
    }

    /// Keeps what was pressed; nothing is kept of who presses nothing.
    ///
    /// - Parameter id: the visit the faces were shown for.
    /// - Throws: `conflict` when it is another's turn or was rated, `invalid` for another grade.
    func rate(_ id: String, at window: Int64, _ grade: Int?, by actor: Actor, at now: Instant) async throws {
        guard let visit = try await served(window, now), visit.id == id else {
            throw DomainError.conflict("这位办事人的评价已经结束，请等下一位。")
        }
        guard let grade, Rating.grades.contains(where: { $0.value == grade }) else {
            throw DomainError.invalid("grade", "请从「非常满意」到「非常不满意」中选择一项。")
        }
        do {
            try await database.write { tx in
                guard try !RatingStore.isRated(visit.subject, in: tx) else { throw Self.done }
                let rating = ServiceRating(
                    id: tx.ids.next(), subject: visit.subject, source: .counter, organ: visit.organ,
                    item: visit.business, place: visit.place, grade: grade, reasons: [], words: nil,
                    channel: "window", ratedAt: now)
                try RatingStore.insert(rating, in: tx)
                try Journal.append(
                    JournalEntry(
                        at: now, actor: actor, action: "rating.given", subject: "rating:\(rating.id)",
                        sentence: "\(visit.label) 号办事人在\(visit.place)评价服务：\(rating.label)。"), in: tx)
            }
        } catch StorageError.unique { throw Self.done }
    }

    private static let done = DomainError.conflict("您已经评价过了，谢谢。")
}

extension ServedVisit {
    /// What its rating is known by.
    var subject: String { "visit:\(id)" }
}

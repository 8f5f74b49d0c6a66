import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Bad ratings become reviews, and reviews go on: each step in one transaction with its entry in the journal.
struct Reviews: Sendable {
    let database: Database
    let outbox: Outbox
    let rules: RatingRules
    /// Who watches the limits.
    var watch: RatingWatch = { _, _, _, _ in }

    /// Opens a review for every bad rating that has none, and tells the heads of its organ.
    func open(at now: Instant) async throws {
        try await database.write { [outbox, rules, watch] tx in
            try tx.exclude("rating-review")
            let waiting = try RatingStore.unreviewed(in: tx)
            guard !waiting.isEmpty else { return }
            let calendar = try Self.calendar(in: tx)
            var limits: [RatingLimit] = []
            for rating in waiting {
                let review = RatingReview(
                    id: rating.id, organ: rating.organ,
                    contactDue: RatingRules.due(rules.contactDays, from: rating.ratedAt, calendar),
                    correctionDue: RatingRules.due(rules.correctionDays, from: rating.ratedAt, calendar))
                try ReviewStore.insert(review, in: tx)
                limits += review.limits(of: rating)
                try Self.tell(rating, review, outbox, at: now, in: tx)
                try Self.record("rating.review_opened", "系统为差评建立核实任务。", rating.id, .system, now, tx)
            }
            try watch(limits, .system, now, tx)
        }
    }

    /// One page of reviews with their ratings.
    func page(_ state: RatingReview.State, of organs: Set<String>?, after text: String?) async throws
        -> (Slice<RatingReview>, [Int64: ServiceRating])
    {
        try await database.read { tx in
            let slice = try ReviewStore.page(state, of: organs, after: text, in: tx)
            return (slice, try RatingStore.ratings(slice.items.map(\.id), in: tx))
        }
    }

    /// One review with its rating. Throws `notFound`, also for another organ's.
    func review(_ id: Int64, of organs: Set<String>?) async throws -> (RatingReview, ServiceRating) {
        try await database.read { tx in
            guard let review = try ReviewStore.review(id, of: organs, in: tx),
                let rating = try RatingStore.rating(id, in: tx)
            else { throw Self.missing }
            return (review, rating)
        }
    }

    /// Goes on by one rule, which gets the last day of a limit by its number of days.
    func change(
        _ id: Int64, of organs: Set<String>?, _ action: String, _ word: String, by actor: Actor,
        at now: Instant, _ rule: @escaping @Sendable (inout RatingReview, (Int) -> CivilDate) throws -> Void
    ) async throws {
        try await database.write { tx in
            try tx.lock("rating_review", id: id)
            guard var review = try ReviewStore.review(id, of: organs, in: tx),
                let rating = try RatingStore.rating(id, in: tx)
            else { throw Self.missing }
            let (calendar, was) = (try Self.calendar(in: tx), review.state)
            try rule(&review) { RatingRules.due($0, from: now, calendar) }
            try ReviewStore.save(review, in: tx)
            try watch(review.limits(of: rating), actor, now, tx)
            if review.state == .excluded, was != .excluded {
                try tx.execute("UPDATE service_rating SET is_excluded = 1 WHERE id = \(id)")
                try RatingStore.count(rating, -1, in: tx)
            }
            try Self.record(action, "\(actor.name)\(word)。", id, actor, now, tx)
        }
    }

    static let missing = DomainError.notFound("没有这条差评，或者它不归您的部门办理。")

    private static func calendar(in tx: Transaction) throws -> WorkingCalendar {
        do { return try Directory.calendar(in: tx) } catch DomainError.notFound { return .weekendsOnly }
    }

    private static func tell(
        _ rating: ServiceRating, _ review: RatingReview, _ outbox: Outbox, at now: Instant, in tx: Transaction
    ) throws {
        for head in try Accounts.members(of: rating.organ, on: now.day, in: tx)
        where head.roles.contains(.head) {
            try outbox.enqueue(
                to: head.id, about: RatingPath.review(String(rating.id)),
                "收到一条差评（\(rating.source.chinese)，\(rating.label)），请在 \(review.contactDue.shortChinese) 前联系核实。",
                at: now, in: tx)
        }
    }

    private static func record(
        _ action: String, _ sentence: Sentence, _ id: Int64, _ actor: Actor, _ now: Instant, _ tx: Transaction
    ) throws {
        try Journal.append(
            JournalEntry(at: now, actor: actor, action: action, subject: "rating:\(id)", sentence: sentence),
            in: tx)
    }
}

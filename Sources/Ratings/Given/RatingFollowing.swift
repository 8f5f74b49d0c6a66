import Cases
import Codes
import Storage
import WorkingTime

/// A rating of a case is kept in the list of all ratings too, in the transaction that gave it, whichever page or program it
/// came by.
enum RatingFollowing {
    static let follower = CaseFollower { event, subject, now, tx in
        guard event.action == "case.rated", let rating = subject.rating else { return }
        try RatingStore.insert(
            ServiceRating(
                id: tx.ids.next(), subject: subject.number.text, source: .matter, organ: subject.plan.organ,
                item: subject.plan.name, place: "", grade: rating.grade, reasons: rating.reasons ?? [],
                words: nil, channel: rating.channel ?? "page", ratedAt: rating.ratedAt), in: tx)
    }
}

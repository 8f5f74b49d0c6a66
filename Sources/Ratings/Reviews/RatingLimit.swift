import Journal
import Storage
import WorkingTime

/// A limit that runs for a bad rating, as supervision watches it: until when the organ has to contact, to correct, to call back.
public struct RatingLimit: Sendable, Hashable {
    /// What has to be done by then.
    public enum Step: String, Sendable, CaseIterable {
        /// The person is spoken to.
        case contact
        /// What was wrong is put right.
        case correction
        /// The person is asked whether it is.
        case callback

        /// The step in words.
        public var chinese: String {
            switch self {
            case .contact: "联系核实"
            case .correction: "整改"
            case .callback: "回访"
            }
        }
    }

    /// The rating.
    public let id: Int64
    /// The step.
    public let step: Step
    /// What was rated, as it was written: there may be numbers of persons in it.
    public let item: String
    /// The organ that has to do it.
    public let organ: String
    /// Since when.
    public let beganOn: CivilDate
    /// Until when.
    public let dueOn: CivilDate
    /// When it was done, or stopped to run; nil while it runs.
    public let endedOn: CivilDate?
    /// Where it stands, in words: `待办`, `已办`, `申诉中`, `不计入`.
    public let state: String
}

/// Hands limits of bad ratings to whoever watches them, in the transaction in which they begin and end; the same again
/// changes nothing.
public typealias RatingWatch = @Sendable ([RatingLimit], Actor, Instant, Transaction) throws -> Void

extension RatingReview {
    /// The limits that it has brought so far.
    func limits(of rating: ServiceRating) -> [RatingLimit] {
        var steps: [(RatingLimit.Step, CivilDate, CivilDate, Act?)] = [
            (.contact, rating.ratedAt.day, contactDue, contacted),
            (.correction, rating.ratedAt.day, correctionDue, corrected),
        ]
        if let corrected, let callbackDue {
            steps.append((.callback, corrected.at.day, callbackDue, calledBack))
        }
        return steps.map { step, began, due, done in
            let (ended, state) = standing(of: done)
            return RatingLimit(
                id: id, step: step, item: rating.item, organ: organ, beganOn: began, dueOn: due,
                endedOn: ended,
                state: state)
        }
    }

    /// What nobody can do while it is contested does not run.
    private func standing(of done: Act?) -> (CivilDate?, String) {
        if let done { return (done.at.day, "已办") }
        if state == .excluded { return (ruling?.at.day, "不计入") }
        return isContested ? (appeal?.at.day, "申诉中") : (nil, "待办")
    }
}

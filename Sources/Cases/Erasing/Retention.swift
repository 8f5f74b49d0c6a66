import Refusals
import WorkingTime

/// How long what a matter says about people is kept after its end. Whoever asks for deletion earlier is told until when
/// (个人信息保护法 art. 47: not before a period of the law has passed; 档案法 art. 13: decisions go to the archive).
public struct Retention: Sendable, Hashable {
    /// After so many days, where nothing was decided: withdrawn, not taken up, terminated.
    public let undecidedDays: Int
    /// After so many years, where a decision was made or an answer given.
    public let decidedYears: Int

    /// Both are data that an administrator edits.
    public init(undecidedDays: Int, decidedYears: Int) {
        self.undecidedDays = undecidedDays
        self.decidedYears = decidedYears
    }

    /// The first day on which it may be deleted.
    func firstDay(after end: CivilDate, isDecided: Bool) -> CivilDate {
        isDecided ? end.adding(months: 12 * decidedYears) : end.adding(days: undecidedDays)
    }
}

extension CaseResult.Outcome {
    /// Whether somebody's rights rest on it, so that the archive keeps the file.
    var isDecision: Bool {
        switch self {
        case .granted, .denied, .partial, .answered: true
        case .refused, .withdrawn, .terminated: false
        }
    }
}

extension Matter {
    /// Checks that what this matter says about people may be deleted.
    ///
    /// - Throws: `conflict` with the reason why the law keeps it.
    func requireErasable(after retention: Retention, on today: CivilDate) throws {
        guard let end = root.closedAt?.day, cases.allSatisfy({ $0.closedAt != nil }) else {
            throw DomainError.conflict("办件还没有办结，不能删除其中的个人信息；申请人可以先撤回申请。")
        }
        guard root.applicant != .erased else {
            throw DomainError.conflict("这个办件里的个人信息已经删除。")
        }
        let isDecided = cases.contains { $0.result?.outcome.isDecision ?? false }
        let first = retention.firstDay(after: end, isDecided: isDecided)
        guard today < first else { return }
        throw isDecided
            ? DomainError.conflict("这个办件已经作出决定，档案要保存到\(first.chinese)，在此之前不能删除；请答复不采纳并说明理由。")
            : DomainError.conflict("这个办件要保存到\(first.chinese)，在此之前不能删除；请答复不采纳并说明理由。")
    }
}

extension Applicant {
    /// Nobody any more: who it was has been deleted.
    static let erased = Applicant(kind: .person, name: "（已依法删除）", code: "")
}

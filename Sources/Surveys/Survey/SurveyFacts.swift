import Refusals
import WorkingTime

extension Survey {
    /// Where it stands.
    enum State: String, Sendable, CaseIterable {
        case draft, open, closed

        /// The words of a badge.
        var chinese: String {
            switch self {
            case .draft: "起草中"
            case .open: "已发布"
            case .closed: "已结束"
            }
        }
    }

    /// What is said about it before its questions.
    struct Facts: Sendable, Hashable {
        var title: String
        var purpose: String
        var opensOn: CivilDate
        var closesOn: CivilDate
        /// How many answers are taken of a band; a band that is not named takes all.
        var quotas: [AgeBand: Int]
    }
}

extension Survey.Facts {
    /// - Throws: `invalid` at the fields.
    func check() throws {
        var errors: [FieldError] = []
        if !(4...60).contains(title.count) { errors.append(FieldError("title", "请写明调查什么，4 到 60 字。")) }
        if !(5...1_000).contains(purpose.count) {
            errors.append(FieldError("purpose", "请写明为什么调查、结果怎样用，5 到 1000 字。"))
        }
        if closesOn < opensOn { errors.append(FieldError("closes_on", "截止日期不能早于开始日期。")) }
        if quotas.values.contains(where: { !(1...1_000_000).contains($0) }) {
            errors.append(FieldError("quota", "名额是 1 到 1000000 的整数，不限的空着。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }
}

import Identity
import Refusals

/// How far a matter's personal data are shown to somebody, by the grade of the grants that let them see it.
extension CaseView {
    /// Every organ that works, or has worked, on this matter.
    public var handlingOrgans: Set<String> {
        let cases = [subject] + (parent.map { [$0] } ?? []) + children
        return Set(cases.flatMap { [$0.plan.organ] + $0.tasks.map(\.organ) })
    }

    /// How far personal data are shown to an account.
    public func grade(for account: Account) -> DataGrade {
        let isOwn = subject.filing.accountID == account.id || subject.applicant.accountID == account.id
        return account.grade(handledBy: handlingOrgans, isOwn: isOwn)
    }
}

extension Disclosure {
    /// What is shown of it to somebody of a grade.
    ///
    /// - Throws: `forbidden` when more was asked for than the grade lets them see, whatever the reason.
    public func within(_ grade: DataGrade) throws -> Disclosure {
        switch (self, grade) {
        case (.whole, .masked): throw DomainError.forbidden("您的岗位只能查看遮挡后的个人信息，说明用途也不能查看完整的。")
        case (.masked(nil), .plain): .plain
        default: self
        }
    }
}

import Cases
import Codes
import Government
import WorkingTime

extension RequestRules {
    /// What a request is begun with: no service item stands behind it, these rules do.
    ///
    /// - Parameters:
    ///   - office: the organ that takes it in; it stays in charge until it names another.
    ///   - days: how long a ticket may take, in working days.
    ///   - isUrgent: whether it has the hours of the rules instead.
    func plan(_ process: RequestProcess, at office: Organ, days: Int, isUrgent: Bool = false) -> CasePlan {
        let isTicket = process == .ticket
        let limit =
            isUrgent
            ? TimeLimit(value: limits.urgent, unit: .hour) : TimeLimit(value: days, unit: .workingDay)
        return CasePlan(
            code: process.rawValue, name: process.chinese, version: 1, organ: office.key,
            organName: office.fullName, organCode: office.code.text, hall: office.key,
            process: process.rawValue, acceptanceLimit: acceptance(process), legalLimit: legal(process),
            promisedLimit: isTicket ? limit : nil,
            extensionRule: extensionRule(process, limit: limit),
            materials: [MaterialRequirement(id: Self.evidence, name: "图片和附件", isRequired: false)],
            remedies: RemedyBodies(reviewBody: "", court: ""), extendsPromise: isTicket,
            countsFromAcceptance: process == .petition ? true : nil, endsByAnswer: true)
    }

    /// How long an organ to which a request is handed has to say whether it takes it: for a petition as the law says, for a
    /// ticket as long as it may be sent back.
    func acceptance(of subject: Case) -> TimeLimit {
        subject.requestProcess == .petition
            ? subject.plan.acceptanceLimit : TimeLimit(value: limits.ticketReturnDays ?? 1, unit: .workingDay)
    }

    /// The material under which what somebody adds to their words is kept.
    static let evidence = "evidence"

    private func acceptance(_ process: RequestProcess) -> TimeLimit {
        process == .ticket
            ? TimeLimit(value: limits.dispatchHours, unit: .hour)
            : TimeLimit(value: limits.petitionAcceptDays, unit: .day)
    }

    private func legal(_ process: RequestProcess) -> TimeLimit? {
        switch process {
        case .ticket: nil
        case .petition: TimeLimit(value: limits.petitionAnswerDays, unit: .day)
        case .review: TimeLimit(value: limits.reviewAnswerDays, unit: .day)
        }
    }

    /// A ticket may take as long again, once; a petition thirty days more (信访工作条例 art. 34), a review none (arts. 35,
    /// 36).
    private func extensionRule(_ process: RequestProcess, limit: TimeLimit) -> ExtensionRule {
        switch process {
        case .ticket: ExtensionRule(limit: limit, approver: "head", basis: "热线工单办理规则")
        case .petition:
            ExtensionRule(
                limit: TimeLimit(value: limits.petitionExtensionDays, unit: .day), approver: "head",
                basis: limits.petitionExtensionBasis)
        case .review: ExtensionRule(limit: TimeLimit(value: 0, unit: .day), approver: "head", basis: "")
        }
    }
}

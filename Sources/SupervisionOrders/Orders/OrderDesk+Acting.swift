import Cases
import Codes
import Identity
import Refusals
import Storage
import WorkingTime

/// In whose name something is done with an order.
enum Acting: Sendable, Hashable {
    /// An organ, for its own part.
    case organ(String)
    /// Supervision.
    case supervision
    /// The lead organ, or else supervision.
    case lead
}

/// A supervisor may hold a second post, and never supervises an organ in which they have one.
extension OrderDesk {
    static let own: Sentence = "这件督办涉及您自己的部门，要由其他监察人员办理。"

    /// The body for which an officer supervises, or instructs; nil for who does not.
    static func seat(_ officer: OfficerContext, _ role: Role = .supervisor) -> String? {
        officer.account.posts.first { $0.role == role }?.organ
    }

    /// The organ for which an officer acts on an order; nil for the first of theirs.
    ///
    /// - Throws: `forbidden` for a supervisor of their own organ.
    static func organ(
        _ acting: Acting, _ order: SupervisionOrder, _ parts: [SupervisionOrder.Part],
        _ officer: OfficerContext
    ) throws -> String? {
        switch acting {
        case .organ(let organ): return organ
        case .lead where officer.organs.contains(order.lead): return order.lead
        case .lead where seat(officer) == nil: return nil
        case .lead, .supervision:
            try requireImpartial(officer, parts.map(\.answering))
            return seat(officer)
        }
    }

    /// The same through every other door, as verifying is a task like others: the page of the case, the API of tasks.
    ///
    /// - Throws: `forbidden` where somebody verifies now what an organ of theirs has done.
    static func requireImpartialVerdict(on subject: Case, at now: Instant, in tx: Transaction) throws {
        let verdict = subject.tasks.last { $0.element == OrderPlan.verify && $0.completedAt == now }
        guard let by = verdict?.completedBy?.accountID,
            let account = try Accounts.account(by, on: now.day, in: tx)
        else { return }
        let reporting = subject.tasks.filter { $0.element == OrderPlan.report }.map(\.organ)
        guard Set(account.posts.map(\.organ)).isDisjoint(with: reporting) else {
            throw DomainError.forbidden(own)
        }
    }

    /// An order goes the way it is drawn, whatever the page of its case or a program asks for: its organs report, and
    /// supervision returns it or closes it. None of them takes the others back to a verdict that is past, has them begin
    /// anew, or lets its own part stand where nobody can urge it.
    ///
    /// - Throws: `conflict` for what would lead elsewhere.
    static func requireCourse(_ event: CaseEvent) throws {
        switch event.action {
        case "task.sent_back", "task.rejected":
            throw DomainError.conflict("督办事项由监察人员审核以后退回重办，不能在这里退回、驳回。")
        case "task.suspended": throw DomainError.conflict("督办事项要在期限内反馈、审核，不能挂起。")
        default: return
        }
    }

    static func requireImpartial(_ officer: OfficerContext, _ organs: [String]) throws {
        guard officer.organs.isDisjoint(with: organs) else { throw DomainError.forbidden(own) }
    }
}

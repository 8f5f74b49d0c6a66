import Cases
import Codes
import Government
import Identity
import Journal
import Refusals
import RuleBooks
import Storage
import WorkingTime

/// What officers do with a request beyond what every matter's desk offers.
extension RequestOffice {
    /// Hands a request to the organ responsible.
    ///
    /// - Parameters:
    ///   - isFinal: whether the organ may no longer send it back (指定办理).
    ///   - help: which others are asked about it at once (会办).
    ///   - day: by when the organ reports what came of a petition (交办); nil for one that is only passed on (转送).
    /// - Throws: `invalid` for an organ that may not have it: the one it accuses, or one that has sent it back as often
    ///   as the rules allow, unless it is designated.
    @discardableResult
    func assign(
        _ number: String, to key: String, isFinal: Bool, asking help: AssistanceForm = AssistanceForm(),
        reportBy day: CivilDate? = nil, once: Idempotency.Request? = nil, by actor: Actor, as viewer: Viewer
    ) async throws -> Case {
        let (rules, known) = try await database.read { tx in
            try tx.ask(book.rulesInForce(in: tx), Directory.organ(key))
        }
        guard let organ = known else { throw DomainError.invalid("organ", "请选择承办单位。") }
        let helpers = try await organs(of: help)
        let hand: @Sendable (inout Matter, Occasion) throws -> Void = { matter, occasion in
            try matter.root.requireAssignable(to: organ, isFinal: isFinal, rules: rules)
            let isPetition = matter.root.requestProcess == .petition
            guard isPetition || day == nil else {
                throw DomainError.invalid("report_by", "只有信访事项交办时要求报告。")
            }
            try matter.assign(
                number, to: organ, with: Finding(outcome: isFinal ? "designate" : "assign"),
                acceptance: isFinal ? nil : rules.acceptance(of: matter.root), on: occasion)
            if !help.isEmpty { try matter.ask(help, of: helpers, rules: rules, on: occasion) }
        }
        guard let day else {
            return try await cases.change(number, by: actor, as: viewer, once: once, hand).root
        }
        return try await cases.change(
            number, by: actor, as: viewer, once: once,
            also: { matter, tx in
                try OwedReport(organ: organ.key, office: matter.root.plan.hall, dueOn: day).keep(
                    of: matter.root.id, in: tx)
            }, hand
        ).root
    }

    /// Tells why nobody here answers it, and which way is open instead (信访工作条例 art. 31): at registration, or where
    /// the organ it was sent to finds so.
    ///
    /// - Parameter way: which of the lawful ways it is, where the outcome says that there is another.
    /// - Throws: `conflict` when it is accepted, `invalid` without reasons or the way.
    func refuse(
        _ number: String, with finding: Finding, way: String?, by actor: Actor, as viewer: Viewer
    ) async throws {
        let finding = try await rules().told(finding, way: way)
        try await cases.change(number, by: actor, as: viewer) { matter, occasion in
            guard let task = matter.root.openTasks.first(where: { [.assign, .accept].contains($0.act) })
            else {
                throw DomainError.conflict("本件现在不在交办或者决定是否受理的环节。")
            }
            try matter.complete(task: task.id, with: finding, on: occasion)
        }
    }

    /// Drafts the answer and sends it to be approved. Who answers a ticket has received it: an organ that answers from a
    /// system of its own need not sign for it first.
    ///
    /// - Throws: `invalid` naming every field that is wrong, `conflict` for a petition that nobody has accepted.
    @discardableResult
    func draft(
        _ form: AnswerForm, for number: String, once: Idempotency.Request? = nil, by actor: Actor,
        as viewer: Viewer
    ) async throws -> Case {
        let (rules, organs) = try await database.read { tx -> (RequestRules, [Organ]) in
            // Whose telephone it is matters only where everybody reads the answer.
            guard form.isPublic else { return (try book.current(in: tx), []) }
            return try tx.ask(book.rulesInForce(in: tx), Directory.livingOrgans)
        }
        return try await cases.change(number, by: actor, as: viewer, once: once) { matter, occasion in
            let subject = matter.root
            let serial = "\(subject.plan.organName)复〔\(occasion.now.day.year)〕\(number.suffix(7))号"
            let answer = try form.draft(
                for: subject, number: serial, rules: rules, lines: organs.map(\.phone))
            try matter.signForTicket(on: occasion)
            try matter.draft(answer, for: number, on: occasion)
        }.root
    }
}

extension Matter {
    /// Signs for a ticket that waits for that. Whether a petition is accepted is a decision of its own, which its author is
    /// told: no answer stands for it.
    fileprivate mutating func signForTicket(on occasion: Occasion) throws {
        guard root.requestProcess == .ticket, let task = root.openTasks.first(where: { $0.act == .accept })
        else { return }
        try complete(task: task.id, with: Finding(outcome: "accept"), on: occasion)
    }
}

extension Case {
    /// An organ never gets to see who accuses it, nor twice refuses what a rule then decides.
    func requireAssignable(to organ: Organ, isFinal: Bool, rules: RequestRules) throws {
        guard organ.key != said(.against) else {
            throw DomainError.invalid("organ", "不能交给被反映的单位办理。")
        }
        guard isFinal || returns < rules.limits.returns else {
            throw DomainError.invalid(
                "organ", "已经被退回 \(returns) 次，按规则不能再退，请核定责任后选择“指定办理”。")
        }
    }
}

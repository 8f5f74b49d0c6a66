import Cases
import Codes
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// What officers do with a request beyond what every matter's desk offers.
extension RequestOffice {
    /// Hands a request to the organ responsible.
    ///
    /// - Parameters:
    ///   - isFinal: whether the organ may no longer send it back (指定办理).
    ///   - help: which others are asked about it at once (会办).
    /// - Throws: `invalid` for an organ that may not have it: the one it accuses, or one that has sent it back as often
    ///   as the rules allow, unless it is designated.
    @discardableResult
    func assign(
        _ number: String, to key: String, isFinal: Bool, asking help: AssistanceForm = AssistanceForm(),
        once: Idempotency.Request? = nil, by actor: Actor, as viewer: Viewer
    ) async throws -> Case {
        let rules = try await rules()
        guard let organ = try await directory.organ(key) else {
            throw DomainError.invalid("organ", "请选择承办单位。")
        }
        let helpers = try await organs(of: help)
        return try await cases.change(number, by: actor, as: viewer, once: once) { matter, occasion in
            try matter.root.requireAssignable(to: organ, isFinal: isFinal, rules: rules)
            try matter.assign(
                number, to: organ, with: Finding(outcome: isFinal ? "designate" : "assign"), on: occasion)
            if !help.isEmpty { try matter.ask(help, of: helpers, rules: rules, on: occasion) }
        }.root
    }

    /// Tells why nobody here answers it, and which way is open instead (信访工作条例 art. 31).
    ///
    /// - Parameter way: which of the lawful ways it is, where the outcome says that there is another.
    /// - Throws: `conflict` when it has been handed on, `invalid` without reasons or the way.
    func refuse(
        _ number: String, with finding: Finding, way: String?, by actor: Actor, as viewer: Viewer
    ) async throws {
        let finding = try await rules().told(finding, way: way)
        try await cases.change(number, by: actor, as: viewer) { matter, occasion in
            guard let task = matter.root.openTasks.first(where: { $0.act == .assign }) else {
                throw DomainError.conflict("本件现在不在交办的环节。")
            }
            try matter.complete(task: task.id, with: finding, on: occasion)
        }
    }

    /// Drafts the answer and sends it to be approved.
    ///
    /// - Throws: `invalid` naming every field that is wrong.
    func draft(_ form: AnswerForm, for number: String, by actor: Actor, as viewer: Viewer) async throws {
        let rules = try await rules()
        try await cases.change(number, by: actor, as: viewer) { matter, occasion in
            let subject = matter.root
            let serial = "\(subject.plan.organName)复〔\(occasion.now.day.year)〕\(number.suffix(7))号"
            try matter.draft(
                form.draft(for: subject, number: serial, rules: rules), for: number, on: occasion)
        }
    }

    /// Who stands behind a protected name, for the office that took it in; every look is written down with its reason.
    ///
    /// - Throws: `forbidden` for every other office, `invalid` without a reason, `notFound` where nobody is known.
    func identity(
        behind number: String, because reason: String, by actor: Actor, as viewer: Viewer
    ) async throws -> Account {
        let subject = try await view(number, for: viewer).subject
        guard subject.pseudonym == .protected, actor.organ == subject.plan.hall else {
            throw DomainError.forbidden("反映人的身份受保护，只有受理的部门可以查看。")
        }
        guard reason.count >= 4, reason.count <= 200 else {
            throw DomainError.invalid("reason", "请写明为什么需要查看，4 到 200 字，会记入日志。")
        }
        guard let id = subject.applicant.accountID else { throw DomainError.notFound("这件没有留下身份。") }
        let now = cases.now
        return try await database.write { tx in
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "service_request.identity_opened",
                    subject: number,
                    sentence: "\(actor.name)查看了受保护的反映人身份：\(reason)"),
                in: tx)
            guard let account = try Accounts.account(id, on: now.day, in: tx) else {
                throw DomainError.notFound("这件没有留下身份。")
            }
            return account
        }
    }
}

extension RequestRules {
    /// What is told: the words of the lawful way, and the officer's own after them.
    ///
    /// - Throws: `invalid` when no way is chosen.
    func told(_ finding: Finding, way code: String?) throws -> Finding {
        guard finding.outcome == "guide", ways?.isEmpty == false else { return finding }
        guard let way = way(code ?? "") else { throw DomainError.invalid("way", "请选择是哪一种法定途径。") }
        guard let said = finding.opinion, !said.allSatisfy(\.isWhitespace) else { return finding }
        return Finding(outcome: finding.outcome, opinion: "\(way.words)\(said)")
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

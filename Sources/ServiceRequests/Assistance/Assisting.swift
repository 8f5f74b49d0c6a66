import Cases
import Codes
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// Several organs on one request: each says what it knows to the one that answers, and only that one answers.
extension RequestOffice {
    /// Asks other organs for their opinion, while the answer is being worked on.
    ///
    /// - Throws: `invalid` with what is wrong about the organs and the question; the accused organ is never asked.
    @discardableResult
    func ask(
        _ help: AssistanceForm, for number: String, once: Idempotency.Request? = nil, by actor: Actor,
        as viewer: Viewer
    ) async throws -> Case {
        let rules = try await rules()
        let organs = try await organs(of: help)
        return try await cases.change(number, by: actor, as: viewer, once: once) { matter, occasion in
            try matter.ask(help, of: organs, rules: rules, on: occasion)
        }.root
    }

    /// Says to the organ that answers what one's own organ has to say.
    ///
    /// - Throws: `conflict` when it was not asked or has answered, `invalid` without words.
    func assist(_ number: String, with words: String, by actor: Actor, as viewer: Viewer) async throws {
        guard !words.allSatisfy(\.isWhitespace) else { throw DomainError.invalid("opinion", "请写明会办意见。") }
        try await cases.change(number, by: actor, as: viewer) { matter, occasion in
            let asked = matter.root.assistance.first { $0.state == .open && $0.organ == actor.organ }
            guard let asked else { throw DomainError.conflict("没有等待您单位提出会办意见，可能已经提出过，或者已经答复。") }
            try matter.complete(
                task: asked.id, with: Finding(outcome: asked.outcomes.first?.code ?? "", opinion: words),
                on: occasion)
        }
    }

    /// The organs that are meant.
    ///
    /// - Throws: `invalid` for one that there is not.
    func organs(of help: AssistanceForm) async throws -> [Organ] {
        var organs: [Organ] = []
        for key in help.organs.prefix(50) {
            guard let organ = try await directory.organ(key) else {
                throw DomainError.invalid("assisting", "没有「\(key)」这个单位，请重新选择。")
            }
            organs.append(organ)
        }
        return organs
    }
}

extension Matter {
    mutating func ask(
        _ help: AssistanceForm, of organs: [Organ], rules: RequestRules, on occasion: Occasion
    ) throws {
        guard root.requestProcess != nil else { throw DomainError.notFound("没有找到这件诉求，或者您无权查看。") }
        guard !organs.contains(where: { $0.key == root.said(.against) }) else {
            throw DomainError.invalid("assisting", "不能请被反映的单位会办。")
        }
        try askAssistance(
            root.number.text, of: organs, question: help.question, most: rules.limits.assistingOrgans,
            limit: rules.limits.assistance(isUrgent: root.isUrgent), on: occasion)
    }
}

extension RequestRules.Limits {
    /// How long an organ has for its opinion; what cannot wait is as urgent for whoever helps.
    func assistance(isUrgent: Bool) -> TimeLimit {
        isUrgent ? TimeLimit(value: urgent, unit: .hour) : TimeLimit(value: assistingDays, unit: .workingDay)
    }
}

/// How far an asking has come, for pages and programs alike.
enum AssistanceState: String, CaseIterable {
    case asked, given, missing, dropped

    init(_ task: CaseTask, in subject: Case) {
        switch task.state {
        case .open: self = .asked
        case .completed: self = .given
        case .cancelled:
            // With the objection of the organ that asked, everything it had asked was moot.
            let objected = subject.tasks.last {
                $0.element == Objection.element && $0.outcome == Objection.outcome
            }?.completedAt
            self = objected.map { task.openedAt <= $0 } == true ? .dropped : .missing
        }
    }

    /// Whether the limit of the organ that was asked had passed before it said anything.
    static func isLate(_ task: CaseTask, in subject: Case, at now: Instant) -> Bool {
        guard let due = task.dueAt else { return false }
        return (task.completedAt ?? subject.closedAt ?? now) > due
    }
}

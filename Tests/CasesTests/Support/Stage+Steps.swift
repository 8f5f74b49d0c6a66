import BusinessProcess
import Codes
import DecisionModel
import Identity
import Journal
import Messaging
import Storage
import Testing
import WorkingTime

@testable import Cases

extension Stage {
    /// Files an application with every material it needs.
    @discardableResult
    func file(
        _ plan: CasePlan, of applicant: Applicant = .xinghu, by actor: Actor = .chenJing,
        channel: String = "page", street: String? = nil, form: [String: Value] = ["shop_name": "星湖小馆"],
        once: Idempotency.Request? = nil
    ) async throws -> Matter {
        var materials: [FiledMaterial] = []
        for requirement in plan.materials where requirement.isRequired {
            let file = try await upload("\(requirement.id).pdf", by: actor)
            materials.append(
                FiledMaterial(
                    requirement: requirement.id, fileID: file, name: "\(requirement.id).pdf", filedAt: now))
        }
        let filing = Filing(
            plan: plan, applicant: applicant, channel: channel, form: form, materials: materials,
            street: street)
        let matter = try await cases.file(filing, by: actor, once: once)
        try await expectRemembered(matter.root.number.text)
        return matter
    }

    /// Changes a matter as somebody who may see it.
    @discardableResult
    func change(
        _ number: String, by actor: Actor = .system,
        _ rule: @escaping @Sendable (inout Matter, Occasion) throws -> Void
    ) async throws -> Matter {
        let matter = try await cases.change(number, by: actor, as: .system, rule)
        try await expectRemembered(number)
        return matter
    }

    /// Finishes the open task of this kind as its holder would, favourably unless told otherwise.
    @discardableResult
    func complete(
        _ act: Act, in number: String, _ outcome: String? = nil, opinion: String? = nil,
        missing: [String] = [],
        by actor: Actor? = nil
    ) async throws -> Matter {
        let matter = try await cases.matter(number, for: .system)
        let (subject, task) = try #require(matter.waiting.first { $0.1.act == act })
        return try await finish(
            task, of: subject, outcome: outcome, opinion: opinion, missing: missing, by: actor)
    }

    /// Lets everybody do their work in the favourable way until a task of this kind waits, or none.
    @discardableResult
    func goOn(_ number: String, until act: Act? = nil) async throws -> Matter {
        var matter = try await cases.matter(number, for: .system)
        while let (subject, task) = matter.waiting.first(where: { $0.1.act != .verify }), task.act != act {
            matter = try await finish(task, of: subject, opinion: "情况说明")
        }
        return matter
    }

    private func finish(
        _ task: CaseTask, of subject: Case, outcome: String? = nil, opinion: String?, missing: [String] = [],
        by actor: Actor? = nil
    ) async throws -> Matter {
        let finding = Finding(outcome: outcome ?? task.outcomes[0].code, opinion: opinion, missing: missing)
        return try await change(subject.number.text, by: actor ?? .holder(of: task, in: subject)) {
            try $0.complete(task: task.id, with: finding, on: $1)
        }
    }

    /// What the journal holds about a case, oldest first.
    func journal(_ number: String) async throws -> [StoredEntry] {
        try await database.read {
            try Journal.entries(subject: number, onlyPublic: false, limit: 200, in: $0)
        }
    }

    /// What somebody was told, newest first.
    func messages(to actor: Actor) async throws -> [Message] {
        try await database.read { try Inbox(of: actor.accountID).messages(limit: 100, in: $0).items }
    }

    /// How many rows each table of a matter holds: equal before and after means that nothing was saved.
    func rowCounts() async throws -> [Int] {
        try await database.read { tx in
            [
                try tx.count("SELECT count(*) FROM service_case /* all */"),
                try tx.count("SELECT sum(revision) FROM service_case /* all */"),
                try tx.count("SELECT count(*) FROM case_task /* all */"),
                try tx.count("SELECT count(*) FROM case_clock /* all */"),
                try tx.count("SELECT count(*) FROM case_material /* all */"),
                try tx.count("SELECT count(*) FROM case_document /* all */"),
                try tx.count("SELECT count(*) FROM journal_entry /* all */"),
                try tx.count("SELECT count(*) FROM message /* all */"),
                try tx.count("SELECT count(*) FROM idempotency_key /* all */"),
            ]
        }
    }
}

extension Matter {
    /// The open tasks of all its cases.
    fileprivate var waiting: [(Case, CaseTask)] {
        cases.flatMap { subject in subject.openTasks.map { (subject, $0) } }
    }
}

extension Viewer {
    /// 陈静, agent of 星湖餐饮.
    static let chenJing = Viewer.account(
        id: Actor.chenJing.accountID, person: nil, entities: [Applicant.xinghu.code])
    /// 张伟, known to the directory.
    static let zhangWei = Viewer.account(
        id: Actor.zhangWei.accountID, person: Applicant.zhangWei.personID, entities: [])

    /// The holder of a post that handles matters.
    static func post(_ role: Role, at organ: String) -> Viewer {
        .officer(
            id: Actor.post(role.rawValue, at: organ).accountID, organs: role.handlesMatters ? [organ] : [],
            roles: [role], seesDistrict: role == .leader || role == .supervisor)
    }
}

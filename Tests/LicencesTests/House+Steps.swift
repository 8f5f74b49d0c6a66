import Cases
import Codes
import Files
import Identity
import Journal
import NIOCore
import Storage
import Testing
import WorkingTime

@testable import Licences

extension CasePlan {
    /// 食品经营许可 on the spot: nothing to bring, a licence comes out.
    static let food = plan(code: "YS-food", materials: [], licence: true)
    /// An item for which the licence may be shown instead of a copy.
    static let stall = plan(
        code: "YS-stall", materials: [MaterialRequirement(id: "permit", name: "食品经营许可证", isRequired: true)],
        licence: false)

    /// 食品经营许可 on a promise, verified afterwards.
    static let promised: CasePlan = {
        var plan = CasePlan.food
        plan.process = "notification-commitment"
        plan.commitment = CommitmentTerms(
            conditions: ["布局符合卫生标准"], replaces: [], method: "现场核查",
            limit: TimeLimit(value: 30, unit: .workingDay), consequence: "承诺不实的，撤销许可。")
        return plan
    }()

    private static func plan(code: String, materials: [MaterialRequirement], licence: Bool) -> CasePlan {
        CasePlan(
            code: code, name: licence ? "食品经营许可" : "临时摊位", version: 1, organ: "scjg",
            organName: "端州区市场监督管理局", organCode: "11441202007185204J", hall: "zwfw",
            process: "on-the-spot", legalLimit: TimeLimit(value: 0, unit: .workingDay),
            promisedLimit: TimeLimit(value: 0, unit: .workingDay), materials: materials,
            licence: licence
                ? LicenceTemplate(
                    name: "食品经营许可证", typeCode: Licence.typeCode, validityMonths: 60) : nil,
            remedies: RemedyBodies(reviewBody: "肇庆市端州区人民政府", court: "肇庆市端州区人民法院"))
    }
}

extension House {
    /// Files an application with these files for its one material.
    func file(_ plan: CasePlan, of applicant: Applicant = .zhangWei, files: [Int64] = []) async throws
        -> String
    {
        let materials = files.map {
            FiledMaterial(requirement: "permit", fileID: $0, name: "证照.pdf", filedAt: now)
        }
        let filing = Filing(
            plan: plan, applicant: applicant, channel: "page", form: [:], materials: materials)
        return try await cases.file(filing, by: applicant.actor).root.number.text
    }

    /// Lets everybody do their work in the favourable way, until a task of this kind waits.
    func goOn(_ number: String, until act: Act? = nil) async throws {
        while let task = try await cases.matter(number, for: .system).root.openTasks.first, task.act != act {
            let actor = Actor(
                accountID: 20, name: "经办", organ: task.organ, roles: [task.role], channel: "page",
                address: "")
            try await cases.change(number, by: actor, as: .system) {
                try $0.complete(
                    task: task.id, with: Finding(outcome: task.outcomes[0].code, opinion: "符合条件。"), on: $1)
            }
        }
    }

    /// One person's work on a task of this kind.
    func complete(_ act: Act, in number: String, _ outcome: String, by account: Int64) async throws {
        let tasks = try await cases.matter(number, for: .system).root.openTasks
        let task = try #require(tasks.first { $0.act == act })
        let actor = Actor(
            accountID: account, name: "经办", organ: task.organ, roles: [task.role], channel: "page",
            address: "")
        try await cases.change(number, by: actor, as: .system) {
            try $0.complete(task: task.id, with: Finding(outcome: outcome, opinion: "没有健康证明"), on: $1)
        }
    }

    /// A licence of somebody, issued at the end of a case.
    func issue(to applicant: Applicant = .zhangWei) async throws -> Licence {
        let number = try await file(.food, of: applicant)
        try await goOn(number)
        return try #require(try await licences.held(by: applicant).first)
    }

    /// The copy of a licence with its holder's consent to use it for an item.
    func consent(
        to licence: Licence, for plan: CasePlan = .stall, by applicant: Applicant = .zhangWei
    ) async throws -> Int64 {
        let file = try await upload(by: applicant.actor)
        let use = LicenceUse(
            licence: licence, file: file, item: (plan.code, plan.name), requirement: "permit",
            by: Signatory(accountID: applicant.actor.accountID, name: applicant.name), at: now)
        try await database.write { try LicenceUses.insert(use, in: $0) }
        return file
    }

    func upload(by actor: Actor) async throws -> Int64 {
        let content = AsyncStream { stream in
            stream.yield(ByteBuffer(string: "%PDF-1.4\n%%EOF\n"))
            stream.finish()
        }
        return try await files.receive(
            name: "证照.pdf", chunks: content, owner: actor.accountID, now: now
        ).id
    }

    /// 吊销 by two people.
    func revoke(_ licence: Licence, because reason: String = "经营腐败变质食品") async throws {
        let now = now
        try await licences.change(licence.id, of: ["scjg"], by: .liMin, at: now) {
            try $0.askRevocation(.penalty, because: reason, by: .liMin, at: now)
        }
        try await licences.change(licence.id, of: ["scjg"], by: .wangJianhua, at: now) {
            try $0.decideRevocation(true, by: .wangJianhua, at: now)
        }
    }
}

extension Applicant {
    var actor: Actor {
        Actor(accountID: accountID ?? 0, name: name, roles: ["citizen"], channel: "page", address: "")
    }
}

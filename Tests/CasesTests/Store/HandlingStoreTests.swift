import BusinessProcess
import Codes
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Testing

@testable import Cases

@Suite("What people do to steps, saved and loaded again")
struct HandlingStoreTests {
    private let police = Actor.post("officer", at: "gaj")
    private let head = Actor.post("head", at: "gaj")

    /// A review of two organs, and the opinion of the police in it.
    private func reviewing() async throws -> (Stage, String, CaseTask) {
        let stage = try await Stage()
        let number = try await stage.file(.road).root.number.text
        let matter = try await stage.complete(.accept, in: number)
        return (stage, number, try #require(matter.root.openTasks.first { $0.act == .opinion }))
    }

    private func desk(_ stage: Stage, of actor: Actor, _ role: Role) async throws -> [String] {
        let viewer = Viewer.officer(id: actor.accountID, organs: ["gaj"], roles: [role])
        return try await stage.cases.desk(.mine, for: viewer, after: nil).items.map(\.task.name)
    }

    @Test("is the same, step by step")
    func roundTrip() async throws {
        let (stage, number, opinion) = try await reviewing()
        let deeds: [(Actor, @Sendable (inout Matter, Occasion) throws -> Void)] = [
            (
                police,
                { [head] in
                    try $0.addSigner(task: opinion.id, Colleague(head), .after, reason: "请把关", on: $1)
                }
            ),
            (
                police,
                { try $0.delegate(task: opinion.id, to: Colleague(.second(at: "gaj")), reason: "出差", on: $1) }
            ),
            (.clerk, { try $0.urge(task: opinion.id, note: "请尽快", on: $1) }),
            (head, { try $0.suspend(task: opinion.id, reason: "等材料", on: $1) }),
            (.chenJing, { try $0.urge(number, on: $1) }),
        ]
        for (actor, deed) in deeds {
            let saved = try await stage.change(number, by: actor, deed)
            let loaded = try await stage.cases.matter(number, for: .system)
            #expect(loaded.root.tasks == saved.root.tasks)
            #expect(loaded.root.process == saved.root.process)
            #expect(loaded.root.urgedAt == saved.root.urgedAt)
        }
        let task = try await stage.cases.matter(number, for: .system).root.tasks.first { $0.id == opinion.id }
        #expect(task?.owner?.name == police.name && task?.isSuspended == true && task?.urgings == 1)
    }

    @Test("a step whose turn has not come is on nobody's desk")
    func parked() async throws {
        let (stage, number, opinion) = try await reviewing()
        let head = self.head
        #expect(try await desk(stage, of: police, .officer) == ["协办部门意见"])
        try await stage.change(number, by: police) {
            try $0.addSigner(task: opinion.id, Colleague(head), .before, reason: "请把关", on: $1)
        }
        #expect(try await desk(stage, of: police, .officer).isEmpty)
        #expect(try await desk(stage, of: head, .head) == ["协办部门意见（加签）"])
        try await stage.complete(.opinion, in: number, by: head)
        #expect(try await desk(stage, of: police, .officer) == ["协办部门意见"])
    }

    @Test("whoever is urged is told, and where nobody has the step, everybody of the post")
    func reminded() async throws {
        let (stage, number, opinion) = try await reviewing()
        try await stage.register(police)
        try await stage.register(head)
        try await stage.change(number, by: .clerk) { try $0.urge(task: opinion.id, note: "", on: $1) }
        #expect(
            try await stage.messages(to: police).map(\.sentence.chinese)
                == ["「临时占用城市道路」的「协办部门意见」被催办（第 1 次）：请尽快办理。"])
        #expect(try await stage.messages(to: head).isEmpty)
        #expect(try await stage.journal(number).contains { $0.entry.action == "task.urged" })
    }
}

extension Stage {
    /// Lets an actor be known as an account with their post.
    fileprivate func register(_ actor: Actor) async throws {
        let (id, name, now) = (actor.accountID, actor.name, now)
        try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO account (id, name, display_name, password_hash, totp_last_step, created_at, disabled)
                VALUES (\(id), \(name), \(name), 'none', 0, \(now), 0)
                """)
            for role in actor.roles {
                try tx.execute(
                    "INSERT INTO account_post (account_id, organ, role) VALUES (\(id), \(actor.organ), \(role))"
                )
            }
        }
    }
}

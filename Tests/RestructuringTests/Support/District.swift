import Cases
import Codes
import DecisionModel
import Files
import Foundation
import Government
import Identity
import Jobs
import Journal
import Messaging
import Modules
import Services
import Storage
import Synchronization
import TestSupport
import Testing
import WorkingTime

@testable import Restructuring

/// The delivered district with its items and officers, and a clock that is moved by hand.
final class District: Sendable {
    let database: Database
    let cases: Cases
    let library: ServiceLibrary
    let restructurings: Restructurings
    let clock = HandClock()

    init() async throws {
        database = try await TestDatabase.make()
        let folder = FileManager.default.temporaryDirectory.appending(path: "minben-\(UUID().uuidString)")
        let files = try FileStore(root: folder, database: database)
        library = ServiceLibrary(database)
        let processes = ProcessLibrary()
        cases = Cases(
            database: database, files: files, processes: processes, division: "441202",
            clock: { [clock] in clock.now })
        restructurings = Restructurings(database: database, cases: cases)
        let settings = IdentitySettings(isDemo: true, isHTTPS: false)
        let modules: [Module] = [
            try .storage(database), try .journal(), try Jobs.tables(), try .files(files), try .messaging(),
            try .government(), try Identity(database: database, settings: settings).module(),
            try cases.module(), try .services(library),
            try Restructuring(cases: cases, directory: Directory(database), database: database).module(),
        ]
        try await database.migrate(modules.migrations)
        try await Government.seed(into: database)
        try await processes.install(try ItemFiles.processFiles(), in: database, at: clock.now)
        try await library.seed(at: clock.now)
        try await Identity.seedDemo(into: database)
    }

    /// Files an application for a service, without papers.
    func file(_ slug: String) async throws -> String {
        let service = try library.service(slug)
        let organs = try await Directory(database).everyOrgan()
        var plan = try service.plan(
            children: library.catalogue.children(of: service),
            organs: Dictionary(organs.map { ($0.key, $0) }) { first, _ in first })
        plan.materials = []
        let filing = Filing(
            plan: plan,
            applicant: Applicant(
                kind: .entity, name: "肇庆端州星湖餐饮有限公司", code: "91441202MA4W12346L", accountID: nil,
                phone: "15407580002"),
            channel: "page", form: ["shop_name": "星湖小馆"], materials: [], street: "cd")
        let matter = try await cases.file(
            filing,
            by: Actor(accountID: 900, name: "陈静", roles: ["citizen"], channel: "page", address: ""))
        return matter.root.number.text
    }

    /// Whoever may do a step does it in the favourable way.
    func work(on number: String, times: Int) async throws {
        for _ in 0..<times {
            let matter = try await cases.matter(number, for: .system)
            let open = matter.cases.flatMap { subject in subject.openTasks.map { (subject, $0) } }
            guard let (subject, task) = open.first(where: { $0.1.organ != CaseTask.applicant }) else {
                return
            }
            // Every step by somebody else: who has reviewed may not decide.
            let actor = Actor(
                accountID: 5_000 + task.id, name: "经办", organ: task.organ, roles: [task.role],
                channel: "page", address: "")
            let finding = Finding(
                outcome: task.outcomes.first?.code ?? "", opinion: "情况说明", missing: [])
            try await cases.change(subject.number.text, by: actor, as: .system) {
                try $0.complete(task: task.id, with: finding, on: $1)
            }
        }
    }

    /// Drafts, approves and carries out a plan on its day.
    func carryOut(_ steps: [RestructuringStep]) async throws -> RestructuringPlan {
        let (drafter, approver, now) = (Samples.drafter, Samples.approver, clock.now)
        let day = now.day.adding(days: 1)
        let plan = try await restructurings.draft(
            "第一批", basis: "端府〔2026〕1号", effectiveOn: day, by: drafter, at: now)
        try await restructurings.change(plan.id, by: drafter, at: now, "restructuring.edited", "修改") {
            plan, _ in
            for step in steps { try plan.add(step, by: drafter, at: now) }
        }
        try await restructurings.change(plan.id, by: approver, at: now, "restructuring.approved", "批准") {
            try $0.approve($0.findings($1), by: approver, at: now)
        }
        clock.now = Instant(day: day)
        try await restructurings.carryOutDue(at: clock.now)
        try await library.refresh()
        return try await restructurings.plan(plan.id).plan
    }

    /// Works off what was put on the queue.
    func workOffJobs() async {
        let runner = QueueRunner(
            database: database, handlers: cases.jobHandlers, clock: { [clock] in clock.now }
        ) { job, error in Issue.record("\(job.kind): \(error)") }
        await runner.workOff()
    }
}

/// A clock that is moved by hand.
final class HandClock: Sendable {
    private let instant = Mutex(Samples.now)

    var now: Instant {
        get { instant.withLock { $0 } }
        set { instant.withLock { $0 = newValue } }
    }
}

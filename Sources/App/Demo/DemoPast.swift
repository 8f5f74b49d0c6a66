import BusinessProcess
import Cases
import Codes
import Files
import Foundation
import Government
import Identity
import Journal
import Messaging
import ServiceHall
import Services
import Storage
import Synchronization
import WorkingTime

/// Lives through the sample district's last fortnight under the same rules as everybody else, only with a
/// clock of its own.
struct DemoPast: Sendable {
    let filings: Filings
    let samples: DemoFilings
    let cases: Cases
    let clock: DemoClock
    let database: Database

    /// Tells every story, unless the district already has cases or another node tells them.
    func live(until today: CivilDate) async throws {
        let known = try await cases.list(CaseFilter(), for: .system, after: nil)
        guard known.items.isEmpty, try await isOurs() else { return }
        for story in DemoStory.all { try await live(story, until: today) }
    }

    /// Whoever says first that it tells the past does.
    private func isOurs() async throws -> Bool {
        let telling = Idempotency.Request(accountID: 0, key: "demo-past", operation: "demo", digest: "")
        return try await database.write { tx in
            guard try Idempotency.replay(telling, in: tx) == nil else { return false }
            try telling.remember("", at: .now, in: tx)
            return true
        }
    }

    /// Tells one story; gives the number of its case, or nil when nobody is there to tell it of.
    @discardableResult
    func live(_ story: DemoStory, until today: CivilDate) async throws -> String? {
        guard let account = try await account(named: story.applicant, on: today) else { return nil }
        clock.set(Instant(day: today.adding(days: -story.daysAgo), hour: 9, minute: 20))
        let actor = account.actor(channel: "page", address: "")
        let submission = try await samples.sample(
            of: story.service, for: account, by: actor, promising: story.promises)
        let number = try await filings.file(submission, by: actor).root.number.text
        switch story.course {
        case .steps(let count): for _ in 0..<count { try await step(number, of: story) }
        case .denied: while try await step(number, of: story, preferring: "deny") {}
        case .refused: while try await step(number, of: story, preferring: "refuse") {}
        case .finished(let grade):
            while try await step(number, of: story) {}
            guard let grade else { break }
            try await cases.change(number, by: actor, as: .system) { matter, occasion in
                try matter.rate(number, grade: grade, comment: nil, on: occasion)
            }
        }
        return number
    }

    /// Whoever has the next task does it some hours later, favourably unless something else is preferred.
    @discardableResult
    private func step(
        _ number: String, of story: DemoStory, preferring code: String? = nil
    ) async throws -> Bool {
        let matter = try await cases.matter(number, for: .system)
        guard let task = matter.cases.flatMap(\.openTasks).first,
            let outcome = task.outcomes.first(where: { $0.code == code }) ?? task.outcomes.first
        else { return false }
        guard let actor = try await doer(of: task) else { return false }
        let hours = story.hours + (task.act == .decide ? story.idleDays * 24 : 0)
        let waiting = hours * 2 / 5
        clock.advance(hours: waiting)
        // The analysis of processes tells waiting from working by this.
        if task.act == .review || task.act == .decide {
            try await cases.change(task: task.id, by: actor, as: .system) {
                try $0.claim(task: task.id, on: $1)
            }
        }
        clock.advance(hours: hours - waiting)
        try await cases.change(task: task.id, by: actor, as: .system) { matter, occasion in
            try matter.complete(
                task: task.id,
                with: Finding(
                    outcome: outcome.code,
                    opinion: outcome.needsOpinion ? (code == nil ? "符合条件。" : "不符合规定的条件。") : nil),
                on: occasion)
        }
        return true
    }

    private func doer(of task: CaseTask) async throws -> Actor? {
        let account = try await database.read { tx in
            let members = try Accounts.members(of: task.organ, on: Instant.now.day, in: tx)
            let member = members.first { $0.roles.contains { $0.rawValue == task.role } }
            return try member.flatMap { try Accounts.account($0.id, on: Instant.now.day, in: tx) }
        }
        return account?.actor(channel: "page", address: "", organ: task.organ)
    }

    /// As of today: the enterprises appointed their agents when the demo was loaded.
    private func account(named name: String, on today: CivilDate) async throws -> Account? {
        try await database.read { try Accounts.account(named: name, on: today, in: $0) }
    }
}

/// The clock of the sample past.
final class DemoClock: Sendable {
    private let instant = Mutex(Instant(milliseconds: 0))

    var now: Instant { instant.withLock { $0 } }

    func set(_ now: Instant) { instant.withLock { $0 = now } }

    /// Hours later, but not in the night: what falls after five is done the next morning.
    func advance(hours: Int) {
        instant.withLock { instant in
            let later = instant.adding(seconds: hours * 3_600)
            instant = later.hour < 17 ? later : Instant(day: later.day.adding(days: 1), hour: 9, minute: 10)
        }
    }
}

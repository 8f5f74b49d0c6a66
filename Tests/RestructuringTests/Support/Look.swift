import Cases
import Codes
import Identity
import Storage
import Testing
import WorkingTime

@testable import Restructuring

/// The cases of a district at one moment.
struct Look: Equatable {
    let cases: [Case]
    private let roots: [Int64: String]
    /// The roles that somebody missed somewhere already.
    let vacant: Set<Role>

    init(_ district: District, _ numbers: [String]) async throws {
        var cases: [Case] = []
        var roots: [Int64: String] = [:]
        for number in numbers {
            let matter = try await district.cases.matter(number, for: .system)
            cases += matter.cases
            for subject in matter.cases { roots[subject.id] = matter.root.plan.organ }
        }
        (self.cases, self.roots) = (cases, roots)
        let known = Set(
            cases.flatMap(\.openTasks).map {
                Post(organ: $0.organ, role: Role(rawValue: $0.role) ?? .citizen)
            })
        let held = try await district.database.read { tx in
            Set(try Posts.seats(in: Set(known.map(\.organ)), in: tx).map(\.post))
        }
        vacant = Set(known.subtracting(held).map(\.role))
    }

    /// Numbers, phases, clocks and due times are as they were, and so is everything that is finished.
    func expectSame(as before: Look) {
        #expect(cases.map(\.number.text) == before.cases.map(\.number.text))
        for (now, then) in zip(cases, before.cases) {
            #expect(now.phase == then.phase && now.clocks == then.clocks && now.timers == then.timers)
            #expect(now.tasks.map(\.dueAt) == then.tasks.map(\.dueAt))
            #expect(now.tasks.filter { $0.state != .open } == then.tasks.filter { $0.state != .open })
            if then.closedAt != nil { #expect(now.plan == then.plan && now.parts == then.parts) }
        }
    }

    /// The organs that have to do with a case.
    func mayKnow(_ subject: Case) -> Set<String> {
        Set(
            subject.tasks.map(\.organ) + [subject.plan.organ] + [roots[subject.id] ?? ""])
    }

    static func == (a: Look, b: Look) -> Bool {
        a.cases.map(\.plan) == b.cases.map(\.plan) && a.cases.map(\.tasks) == b.cases.map(\.tasks)
            && a.cases.map(\.parts) == b.cases.map(\.parts)
    }
}

extension District {
    /// The organs that may see a case.
    func parties(of id: Int64) async throws -> Set<String> {
        try await database.read { tx in
            Set(
                try tx.rows("SELECT party FROM case_party WHERE case_id = \(id)").map { try $0.text("party") }
                    .filter { $0.hasPrefix("organ:") }.map { String($0.dropFirst(6)) })
        }
    }
}

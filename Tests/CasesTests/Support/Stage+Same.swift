import Codes
import Identity
import Storage
import Testing

@testable import Cases

extension Stage {
    /// The matter as the last change left it, against the same matter read from the database.
    func expectSame(_ matter: Matter) async throws {
        let loaded = try await cases.matter(matter.root.number.text, for: .system)
        #expect(loaded.cases.count == matter.cases.count)
        for (saved, read) in zip(matter.cases, loaded.cases) {
            expectSameRow(saved, read)
            expectSameParts(saved, read)
        }
    }

    /// What is remembered of a matter, against what is stored; nothing need be remembered.
    func expectRemembered(_ number: String) async throws {
        guard let known = cases.memory.root(of: .number(number)).flatMap(cases.memory.matter) else { return }
        let stored = try await database.read { try CaseReading.stored(ofRoot: known.root, in: $0) }
        #expect(stored.map(\.revision) == known.cases.map(\.revision))
        #expect(stored.map(\.body) == known.cases.map(\.body))
        #expect(stored.map(\.form) == known.cases.map(\.form))
        for (saved, read) in zip(known.cases, stored) {
            expectSameRow(saved.subject, read.subject)
            expectSameParts(saved.subject, read.subject)
        }
    }

    private func expectSameRow(_ saved: Case, _ read: Case) {
        #expect(
            (read.id, read.number, read.parentID, read.position) == (
                saved.id, saved.number, saved.parentID, saved.position
            ))
        #expect((read.plan, read.applicant, read.filing) == (saved.plan, saved.applicant, saved.filing))
        #expect((read.parts, read.form, read.queryCode) == (saved.parts, saved.form, saved.queryCode))
        #expect(
            (read.phase, read.process, read.processVersion) == (
                saved.phase, saved.process, saved.processVersion
            ))
        #expect((read.result, read.rating, read.outcomes) == (saved.result, saved.rating, saved.outcomes))
        #expect((read.acceptedAt, read.closedAt) == (saved.acceptedAt, saved.closedAt))
        #expect(read.evidenceRequest == saved.evidenceRequest)
        #expect((read.heldMessages, read.urgedAt) == (saved.heldMessages, saved.urgedAt))
    }

    private func expectSameParts(_ saved: Case, _ read: Case) {
        #expect(read.tasks == saved.tasks)
        #expect(read.clocks == saved.clocks)
        #expect(Set(read.timers) == Set(saved.timers))
        #expect(Set(read.materials) == Set(saved.materials))
        #expect(read.documents == saved.documents)
        #expect(Set(read.incidents) == Set(saved.incidents))
    }
}

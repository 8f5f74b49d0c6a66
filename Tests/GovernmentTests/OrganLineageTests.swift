import Codes
import Government
import Testing
import WorkingTime

@Suite("Who took up what an organ did")
struct OrganLineageTests {
    private let first = CivilDate(iso: "2026-03-31") ?? .first
    private let second = CivilDate(iso: "2026-06-30") ?? .first

    private func organ(_ key: String, until day: CivilDate? = nil, successor: String? = nil) throws -> Organ {
        Organ(
            key: key, name: key, fullName: key, code: try CreditCode("11441202MB9D000170"), kind: .bureau,
            divisionCode: nil, phone: "", address: "", validUntil: day, successor: successor)
    }

    /// a went into b, b into c.
    private func chain() throws -> OrganLineage {
        OrganLineage([
            try organ("a", until: first, successor: "b"), try organ("b", until: second, successor: "c"),
            try organ("c"),
        ])
    }

    @Test("each one after the other; on its last day an organ still answers for itself")
    func line() throws {
        let lineage = try chain()
        #expect(lineage.line(of: "a").map(\.key) == ["a", "b", "c"])
        #expect(lineage.answering(for: "a", on: first)?.key == "a")
        #expect(lineage.answering(for: "a", on: first.adding(days: 1))?.key == "b")
        #expect(lineage.answering(for: "a", on: second.adding(days: 1))?.key == "c")
    }

    @Test("only what is gone passes on, and to whoever is there on that day")
    func passages() throws {
        let lineage = try chain()
        #expect(lineage.passages(on: first).isEmpty)
        let passages = lineage.passages(on: second.adding(days: 1))
        #expect(passages.map(\.gone.key) == ["a", "b"] && passages.allSatisfy { $0.heir.key == "c" })
    }

    @Test(
        "nobody answers where nobody took it up, where nobody knows who did, and where a line comes back to itself"
    )
    func nobody() throws {
        let lineage = OrganLineage([
            try organ("alone", until: first), try organ("lost", until: first, successor: "unknown"),
            try organ("x", until: first, successor: "y"), try organ("y", until: first, successor: "x"),
        ])
        for key in ["alone", "lost", "x", "never"] {
            #expect(lineage.answering(for: key, on: second) == nil)
        }
        #expect(lineage.line(of: "x").map(\.key) == ["x", "y"] && lineage.line(of: "never").isEmpty)
        #expect(lineage.passages(on: second).isEmpty)
    }
}

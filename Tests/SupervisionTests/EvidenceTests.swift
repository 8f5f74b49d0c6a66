import DecisionModel
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Journal
@testable import Supervision

@Suite("What is kept with a signal, and who hears of it")
struct EvidenceTests {
    private static let returned = SupervisionHouse.rule(
        "returned", .yellow, scope: .matter, moment: nil, #"count(acts[action = "task.sent_back"]) >= 2"#)

    /// A case that was sent back twice, among other things.
    private func house() async throws -> (SupervisionHouse, Signal) {
        let house = try await SupervisionHouse(rules: [Self.returned])
        try await house.watching.follow(at: noon)
        try await house.file(7)
        try await house.place([("N7", "task.sent_back"), ("N7", "task.claimed"), ("N7", "task.sent_back")])
        try await house.watching.follow(at: noon)
        return (house, try #require(try await house.signals().first))
    }

    @Test("of a rule that counts acts the acts it counted, each with its entry in the journal")
    func acts() async throws {
        let (house, signal) = try await house()
        let acts = try #require(signal.evidence.acts)
        #expect(acts.map(\.action) == ["task.sent_back", "task.sent_back"])
        try await house.visit(as: "supervisor") { client async throws in
            let page = try await client.look(SupervisionPath.signal(String(signal.id))).text
            #expect(page.contains("依据的操作") && page.contains("退回上一步") && page.contains(String(acts[0].entry)))
            #expect(page.contains(SupervisionPath.proof(String(signal.id))))
            let json = try await client.look("\(SupervisionPath.api)/\(signal.id)").text
            #expect(json.contains("\"entry\":\"\(acts[1].entry)\""))
        }
    }

    @Test("of a rule that asks for no acts there are none, and what was kept before acts were is still read")
    func none() async throws {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()])
        try await house.file(1, due: noon.days(-1))
        try await house.watching.sweep(at: noon)
        #expect(try #require(try await house.signals().first).evidence.acts == nil)
    }

    @Test("whoever is accused reads in words on what it rests and what was so, and the condition last")
    func inWords() async throws {
        let house = try await SupervisionHouse(rules: [
            SupervisionHouse.rule("over", .yellow, #"clock.name = "promised" and not(clock.paused)"#)
        ])
        try await house.file(1, due: noon.days(-1))
        try await house.watching.sweep(at: noon)
        let signal = try #require(try await house.signals().first)
        #expect(signal.evidence.basis == "试验")
        #expect(signal.evidence.working.contains { $0.hasPrefix("11月8日 不计") })
        try await house.visit(as: "officer-scjg") { client async throws in
            let page = try await client.look(SupervisionPath.signal(String(signal.id))).text
            for words in ["依据", "承诺办结时限", "市场监督管理局", "办理中", "10 个工作日", "申请办理的事项"] {
                #expect(page.contains(words), "\(words)")
            }
            for code in ["clock.left", "case.phase", ">promised<", ">accepted<", ">scjg<", "2026-11-08"] {
                #expect(!page.contains(code), "\(code)")
            }
            let basis = try #require(page.firstRange(of: "依据"))
            let feel = try #require(page.firstRange(of: "not(clock.paused)"))
            #expect(basis.lowerBound < feel.lowerBound)
            let json = try await client.look("\(SupervisionPath.api)/\(signal.id)").text
            #expect(json.contains("\"basis\":\"试验\""))
        }
    }

    @Test("what was kept before the basis was is still read, and shows what its rule rests on")
    func older() async throws {
        let (house, signal) = try await house()
        var older = signal.evidence
        (older.basis, older.acts) = (nil, nil)
        let text = try encodeJSON(older)
        #expect(!text.contains("basis"))
        try await house.database.write { tx in
            try tx.send("UPDATE supervision_signal SET evidence = \(text) WHERE id = \(signal.id)")
        }
        #expect(try await house.signals().first?.evidence == older)
        try await house.visit(as: "officer-scjg") { client async throws in
            let page = try await client.look(SupervisionPath.signal(String(signal.id))).text
            #expect(page.contains("依据") && page.contains("试验"))
        }
    }

    @Test("what an organ reported is shown under the titles of its kind, days as days")
    func fields() throws {
        let facts: [String: Value] = [
            "case": [
                "kind": "food-inspection", "closed": false,
                "fields": ["inspected_on": "2026-11-02", "place": "星湖早茶店"],
            ]
        ]
        let rows = SignalFacts(facts: facts, values: KnownValues(kinds: try DeliveredKinds.all())).rows
        #expect(rows.contains { $0.words == "2026年11月2日（周一）" && $0.name != "inspected_on" })
        #expect(rows.contains { $0.name == "已经办结" && $0.words == "否" })
    }

    @Test("its entries are shown with their places in the log, to whoever may see the signal and nobody else")
    func proofs() async throws {
        let (house, signal) = try await house()
        let (page, id) = (SupervisionPath.proof(String(signal.id)), String(signal.id))
        let entry = String(try #require(signal.evidence.entry))
        try await house.visit(as: "officer-zjj") { client async throws in
            #expect(try await client.look(page).status == .notFound)
            #expect(try await client.look("\(SupervisionPath.api)/\(id)/proofs").status == .notFound)
            #expect(try await client.look(SupervisionPath.proofFile(id, entry)).status == .notFound)
        }
        try await house.visit(as: "officer-scjg") { client async throws in
            let text = try await client.look(page).text
            #expect(text.contains(entry) && text.contains("已有位置，等待签名") && text.contains("发出信号"))
            let json = try await client.look("\(SupervisionPath.api)/\(id)/proofs").text
            #expect(json.contains("\"state\":\"placed\"") && json.contains("\"state\":\"waiting\""))
            #expect(json.contains("\"proof\":null") && json.contains("\"entry\":\"\(entry)\""))
            // No signed tree holds it yet; another's entry is nobody's here.
            #expect(try await client.look(SupervisionPath.proofFile(id, entry)).status == .notFound)
            #expect(try await client.look(SupervisionPath.proofFile(id, "1")).status == .notFound)
        }
    }

    @Test("an entry that no longer is what its hash was made of is shown as altered, wherever it stands")
    func altered() async throws {
        let (house, signal) = try await house()
        let id = try #require(signal.evidence.entry)
        let proof = try await house.database.read { try #require(try EntryProof.of(id, in: $0)) }
        #expect(SignalProof(proof: proof).state == .placed)
        let forged = StoredEntry(
            id: id,
            entry: JournalEntry(
                at: noon, actor: .system, action: "task.claimed", subject: "N7", sentence: "改了。"),
            salt: proof.entry.salt, leafHash: proof.entry.leafHash, leafIndex: proof.entry.leafIndex)
        let shown = SignalProof(proof: EntryProof(entry: forged, standing: proof.standing, file: nil))
        #expect(shown.state == .altered)
    }

    @Test("when a limit is over, whoever holds the open step hears of it, in whatever organ")
    func holder() async throws {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()])
        try await house.file(1, due: noon.days(-1))
        let holder = try await house.account("officer-zjj")
        try await house.step(10, of: 1, organ: "zjj", holder: holder.id)
        try await house.watching.sweep(at: noon)
        let words = "规则 over"
        #expect(try await house.messages(to: "officer-zjj").contains { $0.contains(words) })
        #expect(try await house.messages(to: "head-scjg").contains { $0.contains(words) })
        // Whoever has nothing to do with it now is left in peace.
        #expect(!(try await house.messages(to: "officer-scjg").contains { $0.contains(words) }))
    }

    @Test(
        "of a step that nobody has taken hears whoever may take it; without any step, the officers of the organ"
    )
    func free() async throws {
        let house = try await SupervisionHouse(rules: [SupervisionHouse.rule()])
        for id in Int64(1)...2 { try await house.file(id, due: noon.days(-1)) }
        try await house.step(10, of: 1, organ: "zjj", holder: nil)
        try await house.watching.sweep(at: noon)
        #expect(try await house.messages(to: "officer-zjj").contains { $0.contains("N1") })
        #expect(!(try await house.messages(to: "officer-zjj").contains { $0.contains("N2") }))
        #expect(try await house.messages(to: "officer-scjg").contains { $0.contains("N2") })
    }
}

extension SupervisionHouse {
    /// A step of a case that is open.
    fileprivate func step(_ id: Int64, of caseID: Int64, organ: String, holder: Int64?) async throws {
        _ = try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO case_task (id, case_id, element, name, act, organ, role, outcomes, opened_at, holder_id,
                    holder_name, state, missing)
                VALUES (\(id), \(caseID), 'review', '审查', 'review', \(organ), 'officer', '[]', \(noon.days(-5)),
                    \(holder), \(holder.map { _ in "某人" }), 'open', '[]')
                """)
        }
    }
}

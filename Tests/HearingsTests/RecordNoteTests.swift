import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Hearings
@testable import Identity

@Suite("A record that is corrected before it is published")
struct RecordNoteTests {
    /// Held with a consumer (1), an expert (2) and somebody who listens (3); the record is closed.
    private func closed(_ house: HearingHouse) async throws -> Hearing {
        let one = try await house.open()
        try await house.database.write { tx in
            var hearing = try HearingStore.hearing(one.id, in: tx)
            hearing.facts.seats.append(Seats(code: HearingRules.observer, name: "旁听", seats: 1))
            try HearingStore.update(hearing, in: tx)
        }
        _ = try await house.register("zhangwei", for: one)
        _ = try await house.register("chenjing", as: "expert", for: one)
        _ = try await house.register("liuyuxin", as: HearingRules.observer, for: one)
        return try await house.database.write { tx in
            var hearing = try HearingStore.hearing(one.id, in: tx)
            _ = try Registering.draw(&hearing, at: noon.adding(seconds: 21 * 86_400), in: tx)
            hearing.state = .live
            try RecordStore.append(
                .speech, speaker: "消费者参加人", words: "希望封顶 20 元。", to: one.id, at: HearingHouse.there, in: tx)
            try hearing.closeRecord(try RecordStore.lines(of: one.id, in: tx), at: HearingHouse.there)
            try HearingStore.update(hearing, in: tx)
            return hearing
        }
    }

    private func signatures(_ one: Hearing, _ house: HearingHouse) async throws
        -> [Registration.Signature?]
    {
        try await house.database.read { try RegistrationStore.all(of: one.id, in: $0) }.map(\.signature)
    }

    @Test("only while it waits for signatures, and what is signed is the record with the note")
    func rule() throws {
        var one = try HearingHouse.announced()
        let line = RecordLine(number: 1, kind: .speech, speaker: "主持人", words: "开始。", writtenAt: noon)
        let note = RecordLine(
            number: 2, kind: .note, speaker: RecordLine.annotator, words: "第 1 条应为：现在开始。", writtenAt: noon)
        for state in Hearing.State.allCases where state != .recorded {
            one.state = state
            #expect(throws: DomainError.conflict("笔录结束以后、公布以前签字。")) { try one.annotate([line, note]) }
        }
        one.state = .recorded
        try one.annotate([line, note])
        #expect(one.recordDigest == RecordLine.digest(of: [line, note]))
    }

    @Test("a note asks everybody again who had signed or would not, and tells them")
    func note() async throws {
        let house = try await HearingHouse()
        let one = try await closed(house)
        let (desk, open) = (HearingPath.edit(String(one.id)), HearingPath.one(String(one.id)))
        let digest = "digest=\(one.recordDigest ?? "")"
        try await house.visit(as: "zhangwei") { client async throws in
            #expect(try await client.press("\(open)/signature", digest).status == .seeOther)
        }
        try await house.visit(as: "officer-fgj") { client async throws in
            let refused = "number=2&signature=refused&reason=第 1 条与发言不符"
            #expect(try await client.press("\(desk)/signatures", refused).status == .seeOther)
            #expect(try await client.look(desk).text.contains("注明笔录的出入"))
            #expect(try await client.press("\(desk)/notes", "words=").status == .unprocessableContent)
            let number = try await client.press("\(desk)/notes", "words=张伟的电话是 13800001234")
            #expect(number.status == .unprocessableContent)
            #expect(try await signatures(one, house) == [.signed, .refused, nil])
            let noted = try await client.press("\(desk)/notes", "words=第 1 条的 20 元应为 25 元。")
            #expect(noted.status == .seeOther)
        }
        #expect(try await signatures(one, house) == [nil, nil, nil])
        let account = try await house.account("zhangwei").id
        let told = try await house.database.read { tx in
            try tx.rows("SELECT template FROM message WHERE account_id = \(account) ORDER BY id /* all */")
                .map { try $0.text("template") }
        }
        #expect(told.last?.contains("的笔录加了注明") == true)
        try await house.visit(as: "zhangwei") { client async throws in
            let record = try await client.look("\(open)/record").text
            #expect(record.contains("记录员注明") && record.contains("20 元应为 25 元") && record.contains("请您签字"))
            let old = try await client.press("\(open)/signature", digest)
            #expect(old.status == .conflict && old.text.contains("笔录刚刚加了注明"))
            #expect(try await client.press("\(open)/signature").status == .seeOther)
        }
    }

    @Test("whoever was absent still was; another organ notes nothing, and nobody once it is published")
    func absent() async throws {
        let house = try await HearingHouse()
        let one = try await closed(house)
        let desk = HearingPath.edit(String(one.id))
        let note = "words=第 1 条的 20 元应为 25 元。"
        let other = try await house.visit(as: "officer-scjg") {
            try await $0.press("\(desk)/notes", note).status
        }
        #expect(other == .notFound)
        try await house.visit(as: "head-fgj") { client async throws in
            for number in [1, 2] {
                let absent = "number=\(number)&signature=absent&reason=因病请假"
                #expect(try await client.press("\(desk)/signatures", absent).status == .seeOther)
            }
            #expect(try await client.press("\(desk)/notes", note).status == .seeOther)
            let early = try await client.press("\(desk)/publication")
            #expect(early.status == .conflict && early.text.contains("要留一天给本人补签"))
        }
        try await house.visit(as: "head-fgj", at: noon.adding(seconds: 86_400)) { client async throws in
            #expect(try await client.press("\(desk)/publication").status == .seeOther)
            #expect(try await client.press("\(desk)/notes", note).status == .conflict)
        }
        #expect(try await signatures(one, house) == [.absent, .absent, nil])
    }

    @Test(
        "whoever is noted as refusing is told, reads it and may still sign; the record waits a day for them")
    func answered() async throws {
        let house = try await HearingHouse()
        let one = try await closed(house)
        let (desk, open) = (HearingPath.edit(String(one.id)), HearingPath.one(String(one.id)))
        try await house.visit(as: "head-fgj") { client async throws in
            for number in [1, 2] {
                let refused = "number=\(number)&signature=refused&reason=本人不愿意签"
                #expect(try await client.press("\(desk)/signatures", refused).status == .seeOther)
            }
            #expect(try await client.press("\(desk)/publication").status == .conflict)
            #expect(try await client.look(desk).text.contains("要留一天补签"))
        }
        let told = try await house.database.read { tx in
            try tx.count(
                "SELECT count(DISTINCT account_id) FROM message WHERE template LIKE '%的笔录注明您%' /* all */")
        }
        #expect(told == 2)
        for name in ["zhangwei", "chenjing"] {
            try await house.visit(as: name) { client async throws in
                #expect(try await client.look(open).text.contains("看笔录并签字"))
                let record = try await client.look("\(open)/record").text
                #expect(record.contains("笔录注明您拒绝签字") && record.contains("本人不愿意签"))
                #expect(!record.contains("您的签字已经记下"))
                #expect(try await client.press("\(open)/signature").status == .seeOther)
                #expect(try await client.look("\(open)/record").text.contains("您的签字已经记下"))
                #expect(try await client.press("\(open)/signature").status == .conflict)
            }
        }
        #expect(try await signatures(one, house) == [.signed, .signed, nil])
        let status = try await house.visit(as: "head-fgj") {
            try await $0.press("\(desk)/publication").status
        }
        #expect(status == .seeOther)
    }

    @Test("whoever only listens does not sign, and does not hold up the record")
    func observers() async throws {
        let house = try await HearingHouse()
        let one = try await closed(house)
        let (desk, open) = (HearingPath.edit(String(one.id)), HearingPath.one(String(one.id)))
        try await house.visit(as: "liuyuxin") { client async throws in
            #expect(!(try await client.look("\(open)/record").text.contains("请您签字")))
            let signed = try await client.press("\(open)/signature")
            #expect(signed.status == .forbidden && signed.text.contains("旁听的人不在笔录上签字"))
        }
        try await house.visit(as: "head-fgj") { client async throws in
            let early = try await client.press("\(desk)/publication")
            #expect(early.status == .conflict && early.text.contains("还有 2 位参加人没有签字"))
            let absent = "number=3&signature=absent&reason=没有到场"
            #expect(try await client.press("\(desk)/signatures", absent).status == .unprocessableContent)
        }
        for name in ["zhangwei", "chenjing"] {
            let status = try await house.visit(as: name) { try await $0.press("\(open)/signature").status }
            #expect(status == .seeOther)
        }
        try await house.visit(as: "head-fgj") { client async throws in
            #expect(try await client.press("\(desk)/publication").status == .seeOther)
        }
    }
}

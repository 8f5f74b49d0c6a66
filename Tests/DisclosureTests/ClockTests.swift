import Cases
import Codes
import Files
import Government
import Identity
import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Disclosure

/// The statutory clock; days reckoned by the delivered calendar of 2026 (国庆 10-01 to 10-07 off, 09-20 and 10-10 worked).
@Suite("答复期限")
struct ClockTests {
    private func due(_ house: House, _ number: String) async throws -> String? {
        try await house.subject(number).clock(.legal)?.dueAt?.day.iso
    }

    @Test("网上的申请从确认之日起算二十个工作日")
    func confirmed() async throws {
        let house = try await House()
        let number = try await house.ask()
        #expect(try await house.subject(number).clock(.legal) == nil)
        try await house.confirm(number)
        #expect(try await due(house, number) == "2026-10-22")
        #expect(try await house.row(number).receivedOn?.iso == "2026-09-18")
    }

    @Test("七个工作日里没有人确认也没有人要求补正的，从提交之日起算")
    func silent() async throws {
        let house = try await House()
        let number = try await house.ask()
        house.clock.now = at("2026-10-12")
        // Somebody touches it after the seven days.
        let actor = try await house.actor("zhangwei")
        try await house.cases.change(number, by: actor, as: .system) { _, _ in }
        #expect(try await house.row(number).receivedOn?.iso == "2026-09-18")
        #expect(try await due(house, number) == "2026-10-22")
    }

    @Test("补正以后重新起算，而且只能要求一次")
    func supplement() async throws {
        let house = try await House()
        let number = try await house.ask()
        try await house.finish(number, "supplement", opinion: "请写明年份。", by: "officer-scjg")
        house.clock.now = at("2026-09-24")
        let (actor, now) = (try await house.actor("zhangwei"), house.clock.now)
        try await house.cases.change(number, by: actor, as: .system) {
            try $0.supplyEvidence(number, materials: [], note: "2025年", on: $1)
        }
        house.clock.now = at("2026-09-25")
        try await house.finish(number, "accept", by: "officer-scjg")
        #expect(try await house.subject(number).acceptedAt == now)
        #expect(try await house.row(number).receivedOn?.iso == "2026-09-24")
        let tasks = try await house.subject(number).openTasks
        #expect(tasks.map(\.act) == [.answer])
    }

    @Test("签收的信函从签收之日起算，不是登记之日")
    func post() async throws {
        let house = try await House()
        house.clock.now = at("2026-09-22")
        var form = RequestForm()
        form.organ = "scjg"
        form.content = "2025年食品抽检结果"
        let matter = try await house.requests.file(
            form, of: try await house.requests.applicant(atTheCounter: "441299199003071231"),
            by: .signedPost, on: CivilDate(iso: "2026-09-18"), channel: FilingRecord.counter,
            actor: try await house.actor("clerk"))
        try await house.confirm(matter.root.number.text)
        #expect(try await due(house, matter.root.number.text) == "2026-10-22")
    }

    @Test("延期只有一次，由负责人批准，再加二十个工作日")
    func extended() async throws {
        let house = try await House()
        let number = try await house.ask()
        try await house.confirm(number)
        let (officer, head) = (try await house.actor("officer-scjg"), try await house.actor("head-scjg"))
        await #expect(throws: DomainError.self) {
            try await house.cases.change(number, by: officer, as: .system) {
                try $0.extend(number, reason: "卷宗在档案馆", on: $1)
            }
        }
        try await house.cases.change(number, by: head, as: .system) {
            try $0.extend(number, reason: "卷宗在档案馆", on: $1)
        }
        let clock = try #require(try await house.subject(number).clock(.legal))
        #expect(clock.extensions.map(\.limit.value) == [20] && clock.dueAt?.day.iso == "2026-11-19")
        await #expect(throws: DomainError.conflict("办理时限只能延长一次，本件已经延长过。")) {
            try await house.cases.change(number, by: head, as: .system) {
                try $0.extend(number, reason: "再延", on: $1)
            }
        }
    }

    @Test("征求第三方意见的时间不计入，要有凭证；还在征求的不能答复，有了结果接着计时")
    func consulted() async throws {
        let house = try await House()
        let number = try await house.ask()
        try await house.confirm(number)
        let actor = try await house.actor("officer-scjg")
        let viewer = try await house.account("officer-scjg").viewer
        await #expect(throws: DomainError.conflict("本件暂停计时要有凭证，请在征求意见的页面登记。")) {
            try await house.cases.change(number, by: actor, as: .system) {
                try $0.suspend(number, for: .third_party, note: "征求意见", expectedDays: 21, on: $1)
            }
        }
        let letter = try await house.upload("%PDF-1.4 letter", named: "征求意见函.pdf", by: "officer-scjg")
        try await house.requests.consult(
            .init(
                kind: .thirdParty, party: "星湖餐饮", about: "是否同意公开投标文件", fileID: letter.fileID,
                fileName: letter.name), for: number, by: actor, as: viewer)
        #expect(try await house.subject(number).isPaused)
        await #expect(throws: DomainError.conflict("正在征求「\("星湖餐饮")」的意见，登记结果以后才能答复。")) {
            try await house.draft(number)
        }
        house.clock.now = at("2026-09-22")
        let id = try #require(
            try await house.database.read { tx in
                let subject = try RequestStore.request(number, in: tx)
                return try ConsultationStore.all(of: subject.id, in: tx).first?.id
            })
        try await house.requests.enter(.consents, "", of: id, for: number, by: actor, as: viewer)
        #expect(try await !house.subject(number).isPaused)
        // 09-20 was worked, so the pause took three working days: 09-20, 09-21 and 09-22.
        #expect(try await due(house, number) == "2026-10-27")
    }
}

import Cases
import Codes
import Cryptography
import Identity
import Journal
import Messaging
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Licences

@Suite("Licences come out of cases")
struct IssuingTests {
    @Test("no name and no number stands readable in the tables")
    func sealed() async throws {
        let house = try await House()
        _ = try await house.issue()
        let row = try #require(
            try await house.database.read { try $0.row("SELECT * FROM licence ORDER BY id LIMIT 1") })
        for column in ["holder_name", "holder_code", "facts", "signed"] {
            let text = try row.text(column)
            #expect(!text.contains("张伟") && !text.contains("441299199003071231"), "\(column)")
        }
        #expect(try row.optionalText("holder_index") != nil)
    }

    @Test("another organ's licence is not there, and a rule that refuses changes nothing")
    func otherOrgan() async throws {
        let house = try await House()
        let licence = try await house.issue()
        await #expect(throws: LicenceStore.missing) {
            try await house.licences.change(licence.id, of: ["zjj"], by: .panXiaoyan, at: house.now) { _ in }
        }
        await #expect(throws: DomainError.self) {
            try await house.licences.change(licence.id, of: ["scjg"], by: .liMin, at: house.now) {
                try $0.suspend(because: "", by: .liMin, at: at("2026-11-10"))
            }
        }
        #expect(try await house.licences.held(by: .zhangWei).first?.state == .valid)
    }

    @Test(
        "the decision writes the row, signed twice, with the document's number and a check character that holds"
    )
    func issued() async throws {
        let house = try await House()
        let licence = try await house.issue()
        #expect(try LicenceIdentifier(licence.number).text == licence.number)
        #expect(licence.validUntil == day("2031-11-08"))
        let document = try await house.cases.document(verificationCode: licence.verificationCode)
        #expect(document.number == licence.number)
        let file = try await house.database.read { try LicenceStore.signed(licence.id, in: $0) }
        let signed = try SignedLicence(file: file)
        #expect(house.licences.keys.check(signed).map(\.holds) == [true, true])
        #expect(try signed.content().holder.name == "张伟")
    }

    @Test("a licence with a mistake ends when its next version is issued, and says which stands in its place")
    func corrected() async throws {
        let house = try await House()
        let old = try await house.issue()
        let number = try #require(old.caseNumber)
        let correction = PaperCorrection(
            values: old.facts.map { $0.label == "事项" ? "食品经营许可（更正）" : $0.value }, reason: "写错了")
        let head = Actor(
            accountID: 21, name: "局长", organ: "scjg", roles: ["head"], channel: "page", address: "")
        try await house.cases.change(number, by: head, as: .system) {
            let paper = $0[number]?.documents.first { $0.number == old.number }
            try $0.correct(number, document: paper?.id ?? 0, with: correction, on: $1)
        }
        let held = try await house.licences.held(by: .zhangWei)
        #expect(held.map(\.state) == [.valid, .cancelled])
        #expect(try LicenceIdentifier(held[0].number).version == "002")
        #expect(held[1].reason == "内容有误，已经更正，由 \(held[0].number) 代替")
    }

    @Test("a licence that was granted on an untrue promise is annulled with the decision, by two people")
    func annulled() async throws {
        let house = try await House()
        let filing = Filing(
            plan: .promised, applicant: .zhangWei, channel: "page", form: [:], materials: [], commits: true)
        let number = try await house.cases.file(filing, by: .zhangWei).root.number.text
        try await house.goOn(number, until: .verify)
        try await house.complete(.verify, in: number, "broken", by: 31)
        try await house.complete(.revoke, in: number, "revoke", by: 32)
        let licence = try #require(try await house.licences.held(by: .zhangWei).first)
        #expect(licence.state == .revoked && licence.ground == .annulment)
        #expect(licence.asked?.by.accountID == 31 && licence.confirmedBy == 32)
    }

    @Test("a holder is told of every act, and each is in the journal")
    func told() async throws {
        let house = try await House()
        let licence = try await house.issue()
        try await house.revoke(licence)
        let messages = try await house.database.read {
            try Inbox(of: Actor.zhangWei.accountID).messages(limit: 20, in: $0).items
        }
        let about = messages.filter { $0.subject == "licence/\(licence.id)" }.map(\.sentence.chinese)
        #expect(about.count == 1 && about[0].hasPrefix("端州区市场监督管理局吊销了您的「食品经营许可证」"))
        let entries = try await house.database.read {
            try Journal.entries(subject: "licence/\(licence.id)", onlyPublic: false, limit: 20, in: $0)
        }
        #expect(entries.map(\.entry.action) == ["licence.revocation_asked", "licence.revoked"])
    }

    @Test("a certificate for the wrong person is annulled by two people, and says so to whoever checks it")
    func wrongPerson() async throws {
        let house = try await House()
        let licence = try await house.issue(to: .chenJing)
        let now = house.now
        try await house.licences.change(licence.id, of: ["scjg"], by: .liMin, at: now) {
            try $0.askRevocation(.annulment, because: "申请人是张伟，误发给陈静", by: .liMin, at: now)
        }
        try await house.licences.change(licence.id, of: ["scjg"], by: .wangJianhua, at: now) {
            try $0.decideRevocation(true, by: .wangJianhua, at: now)
        }
        let found = try #require(
            try await house.licences.licence(verificationCode: licence.verificationCode))
        #expect(found.words(on: now.day) == "已撤销")
    }

    @Test("the database itself keeps one person from doing both halves of a revocation")
    func constraint() async throws {
        let house = try await House()
        let licence = try await house.issue()
        await #expect(throws: StorageError.self) {
            try await house.database.write {
                _ = try $0.execute(
                    """
                    UPDATE licence SET state = 'revoked', asked_by = 7, confirmed_by = 7, asked_at = 1
                    WHERE id = \(licence.id)
                    """)
            }
        }
    }

    @Test("licences from before there were rows are taken in, each once")
    func adoption() async throws {
        let house = try await House(follows: false)
        let number = try await house.file(.food)
        try await house.goOn(number)
        #expect(try await house.licences.held(by: .zhangWei).isEmpty)
        try await house.database.write {
            try $0.send("INSERT INTO licence_adoption (id, through, done) VALUES (1, \(Int64.max), 0)")
        }
        let adoption = Adoption(
            database: house.database, cases: house.cases, signers: house.licences.signers)
        while try await adoption.adoptSome() {}
        while try await adoption.adoptSome() {}
        let held = try await house.licences.held(by: .zhangWei)
        #expect(held.map(\.caseNumber) == [number])
    }

    @Test("what was issued elsewhere is taken in once, signed like all others")
    func takenIn() async throws {
        let house = try await House()
        let earlier = EarlierLicence(
            typeCode: Licence.typeCode, holder: LicenceHolder(.zhangWei), serial: "20190001",
            issuedOn: day("2019-06-18"), facts: [.init("店铺名称", "张伟小吃")], accountID: nil)
        try await house.licences.takeIn(earlier, by: .system, at: house.now)
        try await house.licences.takeIn(earlier, by: .system, at: house.now)
        let held = try await house.licences.held(by: .zhangWei)
        #expect(held.count == 1 && held[0].standing(on: house.now.day) == .expired)
        #expect(held[0].number.hasSuffix(".20190001.001.\(held[0].number.suffix(1))"))
    }
}

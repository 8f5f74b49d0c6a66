import Cases
import Identity
import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Licences

@Suite("A licence instead of an upload")
struct ReuseTests {
    @Test("a revoked licence is refused at filing, with the sentence why, and nothing is filed")
    func revoked() async throws {
        let house = try await House()
        let licence = try await house.issue()
        let copy = try await house.consent(to: licence)
        try await house.revoke(licence)
        await #expect(
            throws: DomainError.conflict(
                "「\(licence.name)」（\(licence.number)）已于\("2026年11月9日")被\("吊销")，不能使用。原因：\("经营腐败变质食品")")
        ) { _ = try await house.file(.stall, files: [copy]) }
        let count = try await house.database.read {
            try $0.count("SELECT count(*) FROM service_case /* all */")
        }
        #expect(count == 1)
    }

    @Test("a suspended one and an expired one are refused too")
    func notInForce() async throws {
        let house = try await House()
        let licence = try await house.issue()
        let copy = try await house.consent(to: licence)
        let now = house.now
        try await house.licences.change(licence.id, of: ["scjg"], by: .liMin, at: now) {
            try $0.suspend(because: "限期整改", by: .liMin, at: now)
        }
        await #expect(throws: DomainError.self) { _ = try await house.file(.stall, files: [copy]) }
        try await house.licences.change(licence.id, of: ["scjg"], by: .liMin, at: now) {
            try $0.resume(because: "整改合格", by: .liMin, at: now)
        }
        house.now = at("2031-11-09")
        let sentence = "「\(licence.name)」（\(licence.number)）的有效期到2031年11月8日，已经过期，不能使用。"
        do {
            _ = try await house.file(.stall, files: [copy])
            Issue.record("was taken")
        } catch let refusal as DomainError { #expect(refusal.sentence.chinese == sentence) }
    }

    @Test("another person's licence is refused, even with a consent")
    func otherPerson() async throws {
        let house = try await House()
        let licence = try await house.issue(to: .zhangWei)
        let copy = try await house.consent(to: licence, by: .chenJing)
        await #expect(throws: DomainError.forbidden("这份证照的持有人不是本次申请的申请人，不能使用。")) {
            _ = try await house.file(.stall, of: .chenJing, files: [copy])
        }
    }

    @Test("a consent to one application is none to another")
    func otherItem() async throws {
        let house = try await House()
        let licence = try await house.issue()
        let copy = try await house.consent(to: licence, for: .food)
        await #expect(throws: DomainError.self) { _ = try await house.file(.stall, files: [copy]) }
    }

    @Test("a licence that was taken away meanwhile keeps the decision from being favourable")
    func recheckedAtDecision() async throws {
        let house = try await House()
        let licence = try await house.issue()
        let number = try await house.file(.stall, files: [try await house.consent(to: licence)])
        try await house.goOn(number, until: .decide)
        try await house.revoke(licence)
        do {
            try await house.goOn(number)
            Issue.record("was granted")
        } catch DomainError.conflict(let sentence) {
            #expect(sentence.chinese.hasPrefix("不能准予：本件用作材料的「食品经营许可证」"))
            #expect(sentence.chinese.contains("已于2026年11月9日被吊销"))
        }
        let matter = try await house.cases.matter(number, for: .system)
        #expect(matter.root.result == nil && matter.root.openTasks.first?.act == .decide)
    }

    @Test("used once, with who, for what case and when; officers see where it stands now")
    func used() async throws {
        let house = try await House()
        let licence = try await house.issue()
        let copy = try await house.consent(to: licence)
        let number = try await house.file(.stall, files: [copy])
        let uses = try await house.database.read { try LicenceUses.uses(of: licence.id, in: $0) }
        #expect(uses.map(\.caseNumber) == [number])
        #expect(uses[0].consentedBy.name == "张伟" && uses[0].itemName == "临时摊位")
        #expect(uses[0].organName == "端州区市场监督管理局")
        try await house.revoke(licence)
        let subject = try await house.cases.matter(number, for: .system).root
        let seen = try await house.database.read {
            try UsedLicences.among(subject.materials, on: day("2026-11-10"), in: $0)
        }
        #expect(seen.byFile[copy]?.licence.words(on: seen.day) == "已吊销")
        try await house.database.write { try LicenceUses.withdraw(file: copy, in: $0) }
        #expect(try await house.database.read { try LicenceUses.uses(of: licence.id, in: $0) }.count == 1)
    }

    @Test("decided favourably while it is in force, and an ordinary upload asks for nothing")
    func granted() async throws {
        let house = try await House()
        let licence = try await house.issue()
        let copy = try await house.consent(to: licence)
        for file in [copy, try await house.upload(by: .zhangWei)] {
            let number = try await house.file(.stall, files: [file])
            try await house.goOn(number)
            #expect(
                try await house.cases.matter(number, for: .system).root.result?.outcome == .granted)
        }
    }

    @Test("consents that came to nothing are tidied away, uses are not")
    func tidied() async throws {
        let house = try await House()
        let licence = try await house.issue()
        _ = try await house.consent(to: licence)
        _ = try await house.file(.stall, files: [try await house.consent(to: licence)])
        try await house.database.write { try LicenceUses.tidy(before: at("2027-02-01"), in: $0) }
        let count = try await house.database.read {
            try $0.count("SELECT count(*) FROM licence_use /* all */")
        }
        #expect(count == 1)
    }
}

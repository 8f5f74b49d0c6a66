import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Bulletins

@Suite("A draft whose organ ends before it is published")
struct EndedIssuerTests {
    private static let firstDay = CivilDate(iso: "2026-11-10") ?? .first
    private let desk = BulletinPath.edit("2026-10")

    /// The office that signs ends: merged into another, or with nobody after it.
    private func end(_ organ: String, into heir: String?, _ house: BulletinHouse) async throws {
        try await house.database.write { tx in
            try Directory.end(organ, successor: heir ?? organ, from: Self.firstDay, in: tx)
            guard heir == nil else { return }
            _ = try tx.execute("UPDATE organ SET successor = NULL WHERE key = \(organ)")
        }
    }

    private func publish(_ house: BulletinHouse) async throws -> PublishedBulletin {
        let period = try period("2026-10")
        return try await house.database.write { tx in
            try house.office.change(period, "bulletin.approved", "审定", by: other, at: noon, in: tx) {
                try $0.approve(by: other)
            }
            try house.office.publish(period, by: other, at: noon, in: tx)
            return try EditionStore.published(period, in: tx)
        }
    }

    @Test("nobody signs for an organ that ended without a successor: it is said, and nothing is published")
    func nobody() async throws {
        let house = try await BulletinHouse()
        _ = try await house.drafted()
        try await end("zfb", into: nil, house)
        let sentence = await refusal { _ = try await publish(house) }
        #expect(sentence?.contains("已经撤销，没有承接的部门。请先在通报模板里改落款部门") == true, "\(sentence ?? "")")
        let state = try await house.database.read { tx in
            try BulletinStore.bulletin(period("2026-10"), in: tx).state
        }
        #expect(state == .draft)
        try await house.visit(as: "supervisor") { [desk] client async throws in
            #expect(try await client.look(desk).text.contains("没有部门落款"))
        }
    }

    @Test("its successor goes on with the draft as it stands, and signs it; a chain of them to its end")
    func inherited() async throws {
        let house = try await BulletinHouse()
        _ = try await house.drafted()
        try await end("zfb", into: "rsj", house)
        try await end("rsj", into: "zwfw", house)
        // Those who watch have a post in another organ now.
        _ = try await house.database.write {
            try $0.send("UPDATE account_post SET organ = 'zwfw' WHERE organ = 'jw'")
        }
        try await house.visit(as: "supervisor") { [desk] client async throws in
            let page = try await client.look(desk).text
            #expect(page.contains("落款部门已经撤并") && page.contains("撤回草稿"))
            let edited = try await client.press("\(desk)/sections/overview", "text=总体平稳。&seen=0")
            #expect(edited.status == .seeOther)
        }
        let published = try await publish(house)
        #expect(published.edition.issuer == "zwfw")
        #expect(published.edition.sections.first?.text == "总体平稳。")
    }

    @Test("nobody signs for a key that is no organ's; templates that name none publish without")
    func unknown() async throws {
        let house = try await BulletinHouse()
        let (unknown, none) = try await house.database.read { tx in
            (
                try BulletinIssuer("nowhere", on: noon.day, in: tx),
                try BulletinIssuer(nil, on: noon.day, in: tx)
            )
        }
        let issuer = try #require(unknown)
        #expect(await refusal { _ = try issuer.required() }?.contains("没有代号是 nowhere 的部门") == true)
        #expect(none == nil)
    }

    @Test("an organ that ends on a later day signs until then, and one that stands says so")
    func later() async throws {
        let house = try await BulletinHouse()
        _ = try await house.drafted()
        try await house.database.write { tx in
            try Directory.end(
                "zfb", successor: "rsj", from: CivilDate(iso: "2026-12-01") ?? .first, in: tx)
        }
        try await house.visit(as: "leader") { [desk] client async throws in
            let page = try await client.look(desk).text
            #expect(page.contains("公布时由") && !page.contains("落款部门已经撤并"))
        }
        #expect(try await publish(house).edition.issuer == "zfb")
    }
}

@Suite("A draft that is given up")
struct DiscardTests {
    private let desk = BulletinPath.edit("2026-10")

    @Test("not without a reason, not twice, not after it was published, nor by its writer once approved")
    func refused() async throws {
        var one = try await BulletinHouse().drafted()
        for words in ["", " ", String(repeating: "长", count: 501), "请联系 13800001234。"] {
            #expect(throws: DomainError.self) { try one.discard(words, by: writer, at: noon) }
        }
        try one.edit("overview", "平稳。", seen: 0, by: writer)
        try one.approve(by: other)
        #expect(throws: DomainError.forbidden("这期通报是您生成或者修改的，已经审定，要由另一人撤回。")) {
            try one.discard("不用了。", by: writer, at: noon)
        }
        var (published, given) = (one, one)
        try published.publish(by: other)
        #expect(throws: DomainError.conflict("这期通报公布过，不能当作草稿撤回；请更正，或者撤回公布的通报。")) {
            try published.discard("不用了。", by: other, at: noon)
        }
        try given.discard("部门撤并，合并到季度通报。", by: other, at: noon)
        #expect(throws: DomainError.conflict("这期通报的草稿已经撤回。")) {
            try given.discard("再撤。", by: other, at: noon)
        }
        #expect(await refusal { try given.approve(by: other) } == "这期通报已撤回，不用再审定。")
        #expect(throws: DomainError.self) { try one.rewrite(one.figures, [], by: writer, at: noon) }
    }

    @Test("with its reason it stays on the desk alone; the job lets it rest, and a person may write it anew")
    func story() async throws {
        let house = try await BulletinHouse()
        _ = try await house.drafted()
        try await house.visit(as: "officer-scjg") { [desk] client async throws in
            #expect(try await client.press("\(desk)/discarding", "discard=不用。").status == .forbidden)
        }
        try await house.visit(as: "supervisor") { [desk] client async throws in
            let wrong = try await client.press("\(desk)/discarding", "discard=")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("请写明为什么撤回草稿。"))
            #expect(
                try await client.press("\(desk)/discarding", "discard=部门撤并，数不完整。").status == .seeOther)
            let page = try await client.look(desk).text
            #expect(page.contains("草稿已撤回") && page.contains("部门撤并，数不完整。"))
            #expect(!page.contains("审定这期通报") && !page.contains("用现在的数据更新"))
            #expect(try await client.press("\(desk)/discarding", "discard=再撤。").status == .conflict)
        }
        try await house.office.generateDue(at: noon)
        try await house.visit { client async throws in
            #expect(try await client.look(BulletinPath.one("2026-10")).status == .notFound)
            #expect(!(try await client.look(BulletinPath.all).text.contains("部门撤并")))
        }
        try await house.visit(as: "supervisor") { [desk] client async throws in
            #expect(
                try await client.look(BulletinPath.desk).text.contains("value=\"2026-10\""))
            #expect(try await client.press(BulletinPath.desk, "period=2026-10").status == .seeOther)
            #expect(try await client.press(BulletinPath.desk, "period=2026-10").status == .conflict)
            let page = try await client.look(desk).text
            #expect(page.contains("起草中") && !page.contains("部门撤并，数不完整。"))
        }
        let one = try await house.database.read { try BulletinStore.bulletin(period("2026-10"), in: $0) }
        #expect(one.editors.count == 1 && one.withdrawnAt == nil && one.revision == 2)
        // What is written anew no longer says why; the journal does.
        let reasons = try await house.database.read { tx in
            try tx.rows("SELECT detail FROM journal_entry WHERE action = 'bulletin.discarded' /* all */")
                .map { try $0.text("detail") }
        }
        #expect(reasons.count == 1 && reasons[0].contains("部门撤并，数不完整。"))
    }
}

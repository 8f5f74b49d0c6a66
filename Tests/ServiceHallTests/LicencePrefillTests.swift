import Cases
import Codes
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Licences
import Services
import Testing
import WorkingTime

@testable import ServiceHall

@Suite("从电子证照填入，从全国行政区划里选")
struct LicencePrefillTests {
    private static let type = "11440000MB9E00026W003"
    private let hall: TestHall

    /// 申领居民身份证的表单，第一页另问证上的住址、证号和户籍地。
    init() async throws {
        hall = try await TestHall.open()
        var item = try hall.library.service("identity-card-renewal").item
        var address = FormField("card_address", "证上住址", .text)
        address.licence = LicencePrefill(type: Self.type, name: "居民身份证", fact: "户籍地址")
        var number = FormField("card_number", "证照编号", .text)
        number.licence = LicencePrefill(
            type: Self.type, name: "居民身份证", fact: LicencePrefill.Heading.number.rawValue)
        item.pages[0].fields = [address, number, FormField("home", "户籍地", .region, required: true)]
        try await hall.library.publish([item], at: .now)
    }

    private func hold(_ daysAgo: Int, _ address: String, until: CivilDate? = nil) async throws {
        let holder = LicenceHolder(kind: .person, name: "张伟", code: "441299199003071231")
        try await hall.licences.takeIn(
            EarlierLicence(
                typeCode: Self.type, holder: holder, serial: "2019000\(daysAgo)",
                issuedOn: Instant.now.day.adding(days: -daysAgo), facts: [.init("户籍地址", address)],
                accountID: 1),
            by: .system, at: .now)
    }

    private func begin(_ person: Person) async throws -> String {
        let response = try await person.post("/applications", [("service", "identity-card-renewal")])
        return String(response.location.prefix { $0 != "?" })
    }

    @Test("没有证照的什么都不填入，撤销了的证照也不填入")
    func nothing() async throws {
        try await hall.visit { client in
            let person = Person("zhangwei", client)
            let page = try await person.get(try await begin(person)).text
            #expect(!page.contains("来自您的电子证照"))
        }
        #expect(LicenceFacts.none.value(of: .init(type: Self.type, name: "", fact: "证照编号")) == nil)
        try await hold(900, "城东街道 1 号")
        let held = try await hall.licences.held(
            by: Applicant(kind: .person, name: "张伟", code: "441299199003071231"))
        let licence = try #require(held.first)
        let prefill = LicencePrefill(type: Self.type, name: "居民身份证", fact: "户籍地址")
        #expect(LicenceFacts(held: held, on: Instant.now.day).value(of: prefill) == "城东街道 1 号")
        let by = (
            Actor(accountID: 51, name: "甲", organ: "gaj", roles: ["officer"], channel: "page", address: ""),
            Actor(accountID: 52, name: "乙", organ: "gaj", roles: ["head"], channel: "page", address: "")
        )
        try await hall.licences.change(licence.id, of: ["gaj"], by: by.0, at: .now) {
            try $0.askRevocation(.annulment, because: "重复发证", by: by.0, at: .now)
        }
        let revoked = try await hall.licences.change(licence.id, of: ["gaj"], by: by.1, at: .now) {
            try $0.decideRevocation(true, by: by.1, at: .now)
        }
        #expect(LicenceFacts(held: [revoked], on: Instant.now.day).value(of: prefill) == nil)
        try await hall.visit { client in
            let person = Person("zhangwei", client)
            let page = try await person.get(try await begin(person)).text
            #expect(!page.contains("城东街道 1 号"))
        }
    }

    @Test("有效的证照填入，写明来自哪份证照的哪一项；改了就不再写")
    func filledIn() async throws {
        try await hold(900, "城东街道 1 号")
        try await hall.visit { client in
            let person = Person("zhangwei", client)
            let path = try await begin(person)
            let page = try await person.get(path).text
            #expect(page.contains("value=\"城东街道 1 号\""))
            #expect(page.contains("来自您的电子证照“居民身份证”的“户籍地址”"))
            #expect(page.contains("来自您的电子证照“居民身份证”的“证照编号”"))
            let changed = try await person.post(
                path, [("form.card_address", "城西街道 2 号"), ("form.home.1", "440000")])
            #expect(changed.status == .unprocessableContent && changed.text.contains("一直选到县（市、区）。"))
            #expect(!changed.text.contains("“居民身份证”的“户籍地址”"))
        }
    }

    @Test("填入以后证照被撤销，写明并且要再确认；改好或者照旧保存以后可以往下走")
    func revokedMeanwhile() async throws {
        try await hold(900, "城东街道 1 号")
        let held = try await hall.licences.held(
            by: Applicant(kind: .person, name: "张伟", code: "441299199003071231"))
        let licence = try #require(held.first)
        try await hall.visit { client in
            let person = Person("zhangwei", client)
            let path = try await begin(person)
            #expect(try await person.get(path).text.contains("来自您的电子证照“居民身份证”的“户籍地址”"))
            try await revoke(licence.id)
            let stale = try await person.get(path).text
            #expect(stale.contains("证照现在已经失效或者内容变了") && !stale.contains("来自您的电子证照"))
            let check = path.replacing(/\/pages\/1$/, with: "/check")
            #expect(try await person.get(check).text.contains("“证上住址”是从您的电子证照“居民身份证”的“户籍地址”填入的"))
            _ = try await person.post(
                path.replacing(/\/pages\/1$/, with: "/submission"), [("promise", "true")])
            #expect(try await person.get(check).status == .ok)
            _ = try await person.post(
                path,
                [
                    ("form.card_address", "城东街道 1 号"), ("form.card_number", licence.number),
                    ("form.home.1", "440000"), ("form.home.2", "441200"), ("form.home.3", "441202"),
                ])
            #expect(try await !person.get(check).text.contains("证照现在已经失效"))
        }
    }

    private func revoke(_ id: Int64) async throws {
        let by = (
            Actor(accountID: 51, name: "甲", organ: "gaj", roles: ["officer"], channel: "page", address: ""),
            Actor(accountID: 52, name: "乙", organ: "gaj", roles: ["head"], channel: "page", address: "")
        )
        try await hall.licences.change(id, of: ["gaj"], by: by.0, at: .now) {
            try $0.askRevocation(.annulment, because: "重复发证", by: by.0, at: .now)
        }
        _ = try await hall.licences.change(id, of: ["gaj"], by: by.1, at: .now) {
            try $0.decideRevocation(true, by: by.1, at: .now)
        }
    }

    @Test("行政区划的接口：省级，一个省里的，直辖市的区；没有的代码是 404，乱写的游标是 400")
    func regionList() async throws {
        try await hall.visit { client in
            let anyone = Person(nil, client)
            #expect(try await anyone.get("/api/v1/regions?parent=999999").status == .notFound)
            #expect(try await anyone.get("/api/v1/regions?after=x").status == .badRequest)
            let provinces = try await anyone.get("/api/v1/regions").text
            #expect(provinces.contains("\"440000\"") && !provinces.contains("\"441200\""))
            let guangdong = try await anyone.get("/api/v1/regions?parent=440000").text
            #expect(guangdong.contains("\"441200\"") && !guangdong.contains("\"441202\""))
            let zhaoqing = try await anyone.get("/api/v1/regions?parent=441200").text
            #expect(zhaoqing.contains("广东省肇庆市端州区") && zhaoqing.contains("\"has_parts\":false"))
            #expect(try await anyone.get("/api/v1/regions?parent=110000").text.contains("东城区"))
        }
    }

    @Test("不用脚本，一级一级地选到县")
    func region() async throws {
        try await hall.visit { client in
            let person = Person("zhangwei", client)
            let path = try await begin(person)
            let first = try await person.get(path).text
            #expect(first.contains("form.home.1") && !first.contains("form.home.2"))
            let more = try await person.post(path, [("form.home.1", "440000"), ("then", "next:form.home")])
            #expect(more.status == .ok && more.text.contains("肇庆市") && more.text.contains("form.home.2"))
            let last = try await person.post(
                path, [("form.home.1", "440000"), ("form.home.2", "441200"), ("then", "next:form.home")])
            #expect(last.text.contains("端州区") && last.text.contains("form.home.3"))
            let done = try await person.post(
                path, [("form.home.1", "440000"), ("form.home.2", "441200"), ("form.home.3", "441202")])
            #expect(done.status == .seeOther)
            let check = try await person.get(path.replacing(/\/pages\/1$/, with: "/check")).text
            #expect(check.contains("广东省肇庆市端州区"))
            let schema = try await person.get("/api/v1/services/identity-card-renewal/form").text
            #expect(schema.contains("GB/T 2260") && !schema.contains("441283"))
        }
    }
}

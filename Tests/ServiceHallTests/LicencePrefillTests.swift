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

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

@Suite("用电子证照代替上传")
struct LicenceReuseTests {
    private let hall: TestHall
    private let slug = "identity-card-renewal"

    init() async throws { hall = try await TestHall.open() }

    /// 张伟的居民身份证，从发证机关的库里登记。
    private func identityCard() async throws -> Licence {
        let holder = LicenceHolder(kind: .person, name: "张伟", code: "441299199003071231")
        try await hall.licences.takeIn(
            EarlierLicence(
                typeCode: "11440000MB9E00026W003", holder: holder, serial: "20190002113",
                issuedOn: Instant.now.day.adding(days: -900), facts: [], accountID: 1), by: .system, at: .now)
        return try #require(
            try await hall.licences.held(
                by: Applicant(kind: .person, name: "张伟", code: "441299199003071231")
            ).first)
    }

    private func begin(_ person: Person) async throws -> String {
        let response = try await person.post("/applications", [("service", slug), ("applicant", "")])
        return String(response.location.prefix { $0 != "?" }.dropLast("/pages/1".count))
    }

    private func use(_ licence: Licence, _ person: Person, _ draft: String, consent: Bool = true) async throws
        -> (
            HTTPResponse.Status, String
        )
    {
        let fields =
            [("licence", String(licence.id))] + (consent ? [("consent.old-card", "true")] : [])
        let response = try await person.post("\(draft)/licences/old-card", fields)
        return (response.status, response.text)
    }

    private func revoke(_ licence: Licence) async throws {
        let now = Instant.now
        let (first, second) = (
            Actor(accountID: 51, name: "甲", organ: "gaj", roles: ["officer"], channel: "page", address: ""),
            Actor(accountID: 52, name: "乙", organ: "gaj", roles: ["head"], channel: "page", address: "")
        )
        try await hall.licences.change(licence.id, of: ["gaj"], by: first, at: now) {
            try $0.askRevocation(.annulment, because: "重复发证", by: first, at: now)
        }
        try await hall.licences.change(licence.id, of: ["gaj"], by: second, at: now) {
            try $0.decideRevocation(true, by: second, at: now)
        }
    }

    @Test("没有勾选同意、别人的证照、撤销了的证照，都说明为什么不能用")
    func refused() async throws {
        let licence = try await identityCard()
        try await hall.visit { client in
            let zhang = Person("zhangwei", client)
            let draft = try await begin(zhang)
            let silent = try await use(licence, zhang, draft, consent: false)
            #expect(silent.0 == .unprocessableContent && silent.1.contains("请勾选同意，再使用电子证照。"))
            let chen = Person("chenjing", client)
            let other = try await use(licence, chen, try await begin(chen))
            #expect(other.0 == .unprocessableContent && other.1.contains("它的持有人不是本次申请的申请人"))
            try await revoke(licence)
            let late = try await use(licence, zhang, draft)
            #expect(late.0 == .unprocessableContent && late.1.contains("被撤销，不能使用。原因：重复发证"))
            #expect(try await zhang.get("\(draft)/materials").text.contains("电子证照不能使用"))
        }
    }

    @Test("同意以后不用上传，移除就是收回同意")
    func used() async throws {
        let licence = try await identityCard()
        try await hall.visit { client in
            let zhang = Person("zhangwei", client)
            let draft = try await begin(zhang)
            #expect(try await zhang.get("\(draft)/materials").text.contains("不用上传：持有电子证照"))
            #expect(try await use(licence, zhang, draft).0 == .seeOther)
            let page = try await zhang.get("\(draft)/materials").text
            #expect(page.contains("居民身份证（电子证照）.pdf") && !page.contains("不用上传：持有电子证照"))
            let removal = try #require(page.firstMatch(of: /action="([^"]+old-card[^"]+\/removal)"/)).1
            #expect(try await zhang.post(String(removal)).status == .seeOther)
            #expect(try await zhang.get("\(draft)/materials").text.contains("不用上传：持有电子证照"))
        }
    }

    @Test("提交以后，持有人在我的证照里看到用在哪个办件")
    func handedIn() async throws {
        let licence = try await identityCard()
        try await hall.visit { client in
            let zhang = Person("zhangwei", client)
            let draft = try await begin(zhang)
            let item = try hall.library.service(slug).item
            for (index, page) in item.pages.enumerated() {
                _ = try await zhang.post(
                    "\(draft)/pages/\(index + 1)", page.fields.flatMap { Answers.inputs($0) })
            }
            for material in item.askedMaterials where material.isRequired {
                _ = try await zhang.upload(
                    "\(draft)/materials", "materials.\(material.id)", name: "材料.pdf", "%PDF-1.4")
            }
            #expect(try await use(licence, zhang, draft).0 == .seeOther)
            let receipt = try await zhang.post("\(draft)/submission", [("promise", "true")])
            let number = try #require(receipt.location.firstMatch(of: /\/cases\/([0-9]+)\/receipt/)).1
            let page = try await zhang.get(LicencePath.held(String(licence.id))).text
            #expect(page.contains(String(number)) && page.contains("居民身份证补领、换领"))
        }
    }

    @Test("程序按同样的规则使用证照：要同意，要是本人的，状态要有效")
    func api() async throws {
        let licence = try await identityCard()
        try await hall.visit { client in
            func application(_ consent: String) -> String {
                """
                {"service":"\((try? hall.library.service(slug).code) ?? "")","form":{},"materials":[
                {"requirement":"old-card","licence":"\(licence.number)"\(consent)}]}
                """
            }
            let silent = try await Person("zhangwei", client).file(application(""))
            #expect(silent.status == .unprocessableContent && silent.text.contains("使用电子证照要持有人同意"))
            let other = try await Person("chenjing", client).file(application(",\"consent\":true"))
            #expect(other.status == .unprocessableContent && other.text.contains("持有人不是本次申请的申请人"))
            let taken = try await Person("zhangwei", client).file(application(",\"consent\":true"))
            #expect(taken.status == .unprocessableContent && !taken.text.contains("licence"))
        }
    }
}

@Suite("我的证照和核验")
struct WalletPageTests {
    private let hall: TestHall

    init() async throws { hall = try await TestHall.open() }

    private func licence() async throws -> Licence {
        try await hall.licences.takeIn(
            EarlierLicence(
                typeCode: "11440000MB9E00026W003",
                holder: LicenceHolder(kind: .person, name: "张伟", code: "441299199003071231"), serial: "1",
                issuedOn: Instant.now.day.adding(days: -9), facts: [], accountID: 1), by: .system, at: .now)
        let zhang = try hall.account("zhangwei")
        return try #require(try await hall.licences.wallet(of: zhang).first)
    }

    @Test("别人的证照不存在，文件也下载不了")
    func notYours() async throws {
        let id = String(try await licence().id)
        try await hall.visit { client in
            let chen = Person("chenjing", client)
            _ = try await chen.get(LicencePath.wallet)
            for path in [LicencePath.held(id), LicencePath.pdf(id), LicencePath.file(id)] {
                #expect(try await chen.get(path).status == .notFound)
            }
            #expect(try await chen.post(LicencePath.showings(id)).status == .notFound)
        }
    }

    @Test("核验要验证码；证照标识不符就查不到；姓名只露一个字")
    func verification() async throws {
        let licence = try await licence()
        try await hall.visit { client in
            let anyone = Person(nil, client)
            for asked in [
                "number=\(licence.number)&code=", "number=&code=&asked=yes", "number=\(licence.number)",
            ] {
                let empty = try await anyone.get("/verify?\(asked)")
                #expect(empty.status == .unprocessableContent && empty.text.contains("请输入印在证照或文书上的验证码"))
            }
            let wrong = "/verify?number=1.2.156.3005.2.X&code=\(licence.verificationCode)"
            #expect(try await anyone.get(wrong).status == .notFound)
            let right = "/verify?number=\(licence.number)&code=\(licence.verificationCode)"
            let address = try await anyone.get(right).location
            let page = try await anyone.get(address).text
            #expect(page.contains("现在有效") && page.contains("张*") && !page.contains("张伟"))
            #expect(try await anyone.get("/documents/\(licence.verificationCode)").status == .ok)
        }
    }

    @Test("出示五分钟的码，扫码的人看到状态")
    func shown() async throws {
        let id = String(try await licence().id)
        try await hall.visit { client in
            let page = try await Person("zhangwei", client).post(LicencePath.showings(id)).text
            let path = try #require(page.firstMatch(of: /http:\/\/localhost(\/verify\/shown\/[0-9A-Z]+)/)).1
            let seen = try await Person(nil, client).get(String(path))
            #expect(seen.status == .ok && seen.text.contains("现在有效"))
            let guess = try await Person(nil, client).get("/verify/shown/ABCDEFGH")
            #expect(guess.status == .notFound)
        }
    }
}

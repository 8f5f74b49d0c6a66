import HTTPTypes
import HummingbirdTesting
import Services
import Testing

@testable import ServiceHall

@Suite("填写、核对、提交")
struct ApplicationTests {
    private let hall: TestHall

    init() async throws { hall = try await TestHall.open() }

    /// Begins an application and tells its address.
    private static func begin(_ person: Person, _ service: String, as applicant: String = "") async throws
        -> String
    {
        let response = try await person.post(
            "/applications", [("service", service), ("applicant", applicant)])
        #expect(response.status == .seeOther)
        return String(response.location.prefix { $0 != "?" }.dropLast("/pages/1".count))
    }

    /// Fills in every page as a careful person does and returns the address it leads to.
    private func fillIn(_ person: Person, _ draft: String, _ slug: String) async throws {
        let item = try hall.library.service(slug).item
        for (index, page) in item.pages.enumerated() {
            let fields = page.fields.flatMap { field in Answers.inputs(field) }
            #expect(try await person.post("\(draft)/pages/\(index + 1)", fields).status == .seeOther)
        }
    }

    @Test("没有登录不能开始，别人的草稿不存在")
    func notYours() async throws {
        try await hall.visit { client in
            #expect(
                try await Person(nil, client).get("/applications/1/pages/1").location.hasPrefix("/sign-in"))
            let draft = try await Self.begin(Person("chenjing", client), "kbcyd")
            let other = Person("zhangwei", client)
            for path in ["", "/pages/1", "/materials", "/check"] {
                #expect(try await other.get(draft + path).status == .notFound)
            }
            for path in ["/pages/1", "/submission", "/removal"] {
                #expect(try await other.post(draft + path).status == .notFound)
            }
        }
    }

    @Test("政府已经知道的自动填好，写明来自哪里")
    func prefilled() async throws {
        try await hall.visit { client in
            let person = Person("chenjing", client)
            let page = try await person.get(Self.begin(person, "kbcyd") + "/pages/1").text
            #expect(page.contains("value=\"肇庆端州星湖餐饮有限公司\"") && page.contains("来自：市场主体登记信息"))
            #expect(page.contains("value=\"陈静\"") && page.contains("来自：人口基础信息"))
        }
    }

    @Test("有错的一页留在原处，错在哪里说两遍；对的已经保存")
    func mistakes() async throws {
        try await hall.visit { client in
            let person = Person("chenjing", client)
            let draft = try await Self.begin(person, "kbcyd")
            let refused = try await person.post(
                "\(draft)/pages/1", [("form.shop_name", "星湖小馆"), ("form.floor_area", "很大")])
            #expect(refused.status == .unprocessableContent)
            #expect(
                refused.text.contains("href=\"#f-form.floor_area\"") && refused.text.contains("value=\"很大\""))
            #expect(refused.text.split(separator: "经营面积应为数字").count == 3)
            #expect(try await person.get("\(draft)/pages/1").text.contains("value=\"星湖小馆\""))
            #expect(try await person.get("\(draft)/check").text.contains("处没有填好"))
        }
    }

    @Test("答案引出的新问题不算错误，只是接着问")
    func furtherQuestions() async throws {
        try await hall.visit { client in
            let person = Person("zhangwei", client)
            let draft = try await Self.begin(person, "identity-card-renewal")
            let sent = [("form.reason", "lost"), ("form.fingerprint", "true"), ("form.delivery", "counter")]
            let pages = try hall.library.service("identity-card-renewal").item.pages
            let number = try #require(pages.firstIndex { $0.fields.contains { $0.name == "reason" } }) + 1
            let fields = pages[number - 1].fields.flatMap { field in
                sent.filter { $0.0 == field.inputName }.isEmpty && field.visibleWhen == nil
                    ? Answers.inputs(field) : sent.filter { $0.0 == field.inputName }
            }
            let more = try await person.post("\(draft)/pages/\(number)", fields)
            #expect(more.location.contains("more=1"))
            #expect(try await person.get(String(more.location.prefix { $0 != "#" })).text.contains("还有新的问题"))
        }
    }

    @Test("提交两次是同一个办件，之后草稿只通向回执")
    func submitted() async throws {
        try await hall.visit { client in
            let person = Person("chenjing", client)
            let draft = try await Self.begin(person, "food-business-licence")
            try await fillIn(person, draft, "food-business-licence")
            #expect(try await person.post("\(draft)/submission", [("promise", "true")]).text.contains("请上传"))
            for material in try hall.library.service("food-business-licence").item.askedMaterials {
                let sent = try await person.upload(
                    "\(draft)/materials", "materials.\(material.id)", name: "材料.pdf", "%PDF-1.4")
                #expect(sent.status == .seeOther)
            }
            #expect(try await person.post("\(draft)/submission").text.contains("请确认所填内容和材料真实、有效。"))
            let receipt = try await person.post("\(draft)/submission", [("promise", "true")]).location
            #expect(receipt.hasPrefix("/cases/441202") && receipt.hasSuffix("/receipt"))
            #expect(try await person.post("\(draft)/submission", [("promise", "true")]).location == receipt)
            #expect(try await person.get("\(draft)/pages/1").location == receipt)
            #expect(try await Drafts(database: hall.database).open(of: hall.account("chenjing")).isEmpty)
        }
    }

    @Test("同一件事已经在办，提交以前就告诉；换一个申请人、换一个事项不提")
    func sameMatter() async throws {
        try await hall.visit { client in
            let person = Person("chenjing", client)
            let draft = try await Self.begin(person, "food-business-licence")
            #expect(try await !person.get("\(draft)/check").text.contains("正在办理"))
            try await fillIn(person, draft, "food-business-licence")
            for material in try hall.library.service("food-business-licence").item.askedMaterials {
                _ = try await person.upload(
                    "\(draft)/materials", "materials.\(material.id)", name: "材料.pdf", "%PDF-1.4")
            }
            let receipt = try await person.post("\(draft)/submission", [("promise", "true")]).location
            let number = try #require(receipt.split(separator: "/").dropFirst().first)
            let again = try await Self.begin(person, "food-business-licence")
            let page = try await person.get("\(again)/check").text
            #expect(page.contains("您已经有一件“食品经营许可”正在办理") && page.contains(number))
            let other = try await Self.begin(person, "kbcyd")
            #expect(try await !person.get("\(other)/check").text.contains("正在办理"))
        }
    }

    @Test("传不了的文件说明原因，传错的可以移除，草稿可以删除")
    func uploads() async throws {
        try await hall.visit { client in
            let person = Person("chenjing", client)
            let draft = try await Self.begin(person, "kbcyd")
            let path = "\(draft)/materials", field = "materials.floor-plan"
            let bad = try await person.upload(path, field, name: "图.pdf", "MZ")
            #expect(bad.status == .unprocessableContent && bad.text.contains("这是可执行程序，不能上传。"))
            #expect(try await person.upload(path, field, name: "", "").text.contains("请先选择要上传的"))
            _ = try await person.upload(path, field, name: "图.pdf", "%PDF-1.4")
            let page = try await person.get(path).text
            let removal = try #require(page.firstMatch(of: /action="([^"]+\/removal)"/)).1
            #expect(page.contains("图.pdf"))
            #expect(try await person.post(String(removal)).status == .seeOther)
            #expect(try await !person.get(path).text.contains("图.pdf"))
            #expect(try await person.post("\(draft)/removal").location == "/my/cases")
            #expect(try await person.get(draft).status == .notFound)
        }
    }
}

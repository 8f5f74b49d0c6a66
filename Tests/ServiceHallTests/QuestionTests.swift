import Cases
import Desk
import Foundation
import Government
import HTTPTypes
import HummingbirdTesting
import Journal
import Services
import Storage
import Testing

@testable import ServiceHall

@Suite("填表：上传、增减行、自动计算、签名")
struct QuestionTests {
    private static let slug = "startup-rent-subsidy"
    private let hall: TestHall

    init() async throws { hall = try await TestHall.open() }

    private static func begin(_ person: Person) async throws -> String {
        let response = try await person.post("/applications", [("service", slug)])
        return String(response.location.prefix { $0 != "?" }.dropLast("/pages/1".count))
    }

    private static func row(_ number: Int, _ amount: String) -> [(String, String)] {
        [
            ("form.payments.\(number).paid_on", "2026-10-01"), ("form.payments.\(number).amount", amount),
        ]
    }

    @Test("回答问题的文件传不了时说明原因，传好的留着，再传一个就替换")
    func files() async throws {
        try await hall.visit { client in
            let person = Person("zhangwei", client)
            let draft = try await Self.begin(person)
            _ = try await person.get("\(draft)/pages/2")
            let bad = try await person.upload("\(draft)/pages/2", "form.storefront", name: "门头.jpg", "MZ")
            #expect(bad.status == .unprocessableContent && bad.text.contains("这是可执行程序，不能上传。"))
            let kept = try await person.upload(
                "\(draft)/pages/2", "form.storefront", name: "门头.pdf", "%PDF-1.4")
            #expect(kept.text.contains("已上传：门头.pdf") && kept.text.contains("请填写场地地址。"))
            _ = try await person.upload("\(draft)/pages/2", "form.storefront", name: "正面.pdf", "%PDF-1.4 b")
            let page = try await person.get("\(draft)/pages/2").text
            #expect(page.contains("已上传：正面.pdf") && !page.contains("门头.pdf"))
            #expect(try await person.get("\(draft)/check").text.contains("正面.pdf</a>"))
        }
    }

    @Test("不用脚本也能加一行、去掉一行，填过的都在，不当作错误")
    func rows() async throws {
        try await hall.visit { client in
            let person = Person("zhangwei", client)
            let path = try await Self.begin(person) + "/pages/3"
            let first = try await person.get(path).text
            #expect(first.contains("form.payments.0.amount") && !first.contains("form.payments.1.amount"))
            let more = try await person.post(path, Self.row(0, "一千") + [("then", "more:form.payments")])
            #expect(more.status == .ok && more.text.contains("value=\"一千\""))
            #expect(more.text.contains("form.payments.1.amount") && !more.text.contains("有 1 处需要更正"))
            let rows = Self.row(0, "1500") + Self.row(1, "1600") + [("then", "less:form.payments.0")]
            let less = try await person.post(path, rows)
            #expect(less.text.contains("value=\"1600\"") && !less.text.contains("value=\"1500\""))
            #expect(try await person.get(path).text.contains("value=\"1600\""))
        }
    }

    @Test("自动计算的答案由系统算出，发来的不算；超过规则的说明原因")
    func calculated() async throws {
        try await hall.visit { client in
            let person = Person("zhangwei", client)
            let path = try await Self.begin(person) + "/pages/3"
            let forged =
                Self.row(0, "3000.50") + [("form.rent_total", "99999"), ("form.asked_amount", "3500")]
            let refused = try await person.post(path, forged)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("申请的补贴金额不能超过最多可以申请的金额。"))
            #expect(refused.text.contains("3000.5 元（人民币叁仟元伍角整）") && !refused.text.contains("99999"))
            let right = Self.row(0, "3000.50") + [("form.asked_amount", "3000")]
            #expect(try await person.post(path, right).status == .seeOther)
        }
    }

    @Test("签名要和申请人一致；银行账号核对校验码")
    func signature() async throws {
        try await hall.visit { client in
            let person = Person("zhangwei", client)
            let path = try await Self.begin(person) + "/pages/4"
            let typed = [("form.signature", "李敏"), ("form.bank_account", "6222000000000000013")]
            let refused = try await person.post(path, typed)
            #expect(refused.text.contains("申请人签名应与申请人或者经办人的姓名完全一致。"))
            #expect(refused.text.contains("银行账号最后一位校验码不对，请核对后重新填写。"))
        }
    }

    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]

    @Test("手写签名是可选的一张 PNG：别的文件、太大的不收，收下的写在核对页上")
    func drawing() async throws {
        try await hall.visit { client in
            let person = Person("zhangwei", client)
            let draft = try await Self.begin(person)
            let path = draft + "/pages/4"
            let page = try await person.get(path).text
            #expect(page.contains("data-sign-pad hidden") && page.contains("/sign."))
            #expect(page.contains("multipart/form-data"))
            let name = "form.signature.drawing"
            let wrong = try await person.upload(path, name, name: "x.pdf", "%PDF-1.4")
            #expect(wrong.status == .unprocessableContent && !wrong.text.contains("已经签过"))
            let large = Self.png + [UInt8](repeating: 0, count: FormField.drawingLimitBytes)
            let refused = try await person.upload(path, name, name: "x.png", bytes: large)
            #expect(refused.text.contains("手写签名应是不超过 200 KB 的 PNG 图片"))
            // Nobody is taken at their drawing: the name is still asked for.
            let kept = try await person.upload(path, name, name: "x.png", bytes: Self.png)
            #expect(kept.status == .unprocessableContent && kept.text.contains("已经签过"))
            #expect(kept.text.contains("请在申请人签名处签名。"))
            _ = try await person.post(path, [("form.signature", "张伟")])
            #expect(try await person.get("\(draft)/check").text.contains("张伟（<a"))
            #expect(try await person.get("\(draft)/check").text.contains("手写签名.png"))
            let shown = try await person.get(path).text
            #expect(shown.contains("alt=\"已有的手写签名\"") && shown.contains("去掉这个手写签名"))
            // The box takes it away; the name stays.
            _ = try await person.post(
                path, [("form.signature", "张伟"), ("form.signature.drawing.removal", "true")])
            #expect(try await !person.get(path).text.contains("alt=\"已有的手写签名\""))
            #expect(try await !person.get("\(draft)/check").text.contains("手写签名.png"))
        }
    }

    @Test("手写签名跟着办件走，不写名字的问题不带")
    func drawingFiled() async throws {
        let item = try hall.library.service(Self.slug).item
        let drawing = try await hall.upload(owner: 1, name: "x.png", bytes: Self.png)
        let photo = try await hall.upload(owner: 1)
        let proof = try await hall.upload(owner: 1)
        let form = try #require(item.field("signature"))
        var answers = FormAnswers(
            uniqueKeysWithValues: item.fields.flatMap(Answers.inputs).map {
                (String($0.0.dropFirst("form.".count)), FormValue.string($0.1))
            })
        answers["payments"] = .table([["paid_on": "2026-10-01", "amount": 2000]])
        (answers["asked_amount"], answers["signature"]) = ("1500", "张伟")
        answers["storefront"] = .string(String(photo))
        let submission = Submission(
            service: try hall.library.service(Self.slug), form: answers,
            materials: [("identity-category", proof)],
            applicant: Applicant(kind: .person, name: "张伟", code: "441299199003071231"), channel: "page",
            drawings: [
                form.drawingName: drawing, "form.storefront": photo, "form.nobody.drawing": photo,
            ])
        let filings = Filings(
            library: hall.library, directory: Directory(hall.database), cases: hall.cases, files: hall.files,
            database: hall.database)
        let by = Actor(
            accountID: 1, name: "张伟", organ: nil, roles: [], channel: "page", address: "127.0.0.1")
        let subject = try await filings.file(submission, by: by).root
        let files = subject.materials.map(\.requirement)
        #expect(files.contains(form.drawingName) && !files.contains("form.nobody.drawing"))
        let shown = FormAnswersList(item, subject.form, masking: [], files: subject.materials).html
        #expect("\(shown)".contains("alt=\"申请人签名的手写签名\""))
    }

    @Test("接口提交：别人的文件不能用来回答，也不能当材料，自己的归到办件里")
    func filed() async throws {
        let item = try hall.library.service(Self.slug).item
        let foreign = try await hall.upload(owner: 2), own = try await hall.upload(owner: 1)
        let proof = try await hall.upload(owner: 1)
        try await hall.visit { client in
            let person = Person("zhangwei", client)
            func send(_ file: Int64, material: Int64) async throws -> TestResponse {
                var form: [String: Any] = Dictionary(
                    uniqueKeysWithValues: item.fields.flatMap(Answers.inputs).map {
                        (String($0.0.dropFirst("form.".count)), $0.1)
                    })
                form["payments"] = [["paid_on": "2026-10-01", "amount": 2000]]
                (form["asked_amount"], form["signature"], form["storefront"]) = ("1500", "张伟", String(file))
                let body: [String: Any] = [
                    "service": Self.slug, "form": form,
                    "materials": [["requirement": "identity-category", "file": String(material)]],
                ]
                return try await person.file(
                    String(decoding: JSONSerialization.data(withJSONObject: body), as: UTF8.self))
            }
            #expect(try await send(foreign, material: proof).status == .notFound)
            // Another person's upload is no material either.
            #expect(try await send(own, material: foreign).status == .notFound)
            let filed = try await send(own, material: proof)
            #expect(filed.status == .created, "\(filed.text)")
        }
        let kept = try await hall.database.read {
            try $0.row("SELECT case_number FROM file_object WHERE id = \(own)")?.optionalText("case_number")
        }
        #expect(kept?.isEmpty == false)
    }

    @Test("接口给出表单的 JSON Schema，地址是它自己的")
    func schema() async throws {
        try await hall.visit { client in
            #expect(try await Person(nil, client).get("/api/v1/services/nope/form").status == .notFound)
            let schema = try await Person(nil, client).get("/api/v1/services/\(Self.slug)/form").json
            let id = try #require(schema["$id"] as? String)
            #expect(id.hasPrefix("http://localhost/api/v1/services/") && id.hasSuffix("/form"))
            let community = (schema["properties"] as? [String: [String: Any]])?["community"]
            #expect((community?["oneOf"] as? [Any])?.isEmpty == false)
        }
    }
}

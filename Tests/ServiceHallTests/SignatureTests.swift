import Cases
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Services
import Testing
import WorkingTime

@testable import ServiceHall

@Suite("手写签名：接口、子办件、预审")
struct SignatureTests {
    private static let slug = "startup-rent-subsidy"
    private let hall: TestHall

    init() async throws { hall = try await TestHall.open() }

    private func application(drawings: [String: String], proof: Int64, photo: Int64) throws -> String {
        let item = try hall.library.service(Self.slug).item
        var form: [String: Any] = Dictionary(
            uniqueKeysWithValues: item.fields.flatMap(Answers.inputs).map {
                (String($0.0.dropFirst("form.".count)), $0.1)
            })
        form["payments"] = [["paid_on": "2026-10-01", "amount": 2000]]
        (form["asked_amount"], form["signature"], form["storefront"]) = ("1500", "张伟", String(photo))
        let body: [String: Any] = [
            "service": Self.slug, "form": form, "drawings": drawings,
            "materials": [["requirement": "identity-category", "file": String(proof)]],
        ]
        return String(decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
    }

    @Test("接口交来的签名：没有这一处、不是编号、不是 PNG、别人的不收，自己的跟着办件走")
    func api() async throws {
        let (proof, photo) = (try await hall.upload(owner: 1), try await hall.upload(owner: 1))
        let mine = try await hall.upload(owner: 1, name: "x.png", bytes: QuestionTests.png)
        let foreign = try await hall.upload(owner: 2, name: "x.png", bytes: QuestionTests.png)
        try await hall.visit { client in
            let person = Person("zhangwei", client)
            func send(_ drawings: [String: String]) async throws -> TestResponse {
                try await person.file(application(drawings: drawings, proof: proof, photo: photo))
            }
            let nowhere = try await send(["bank_account": "1"])
            #expect(nowhere.status == .unprocessableContent && nowhere.text.contains("没有这一处签名"))
            #expect(try await send(["signature": "x"]).text.contains("文件编号不对"))
            #expect(try await send(["signature": String(photo)]).text.contains("200 KB 的 PNG 图片"))
            #expect(try await send(["signature": String(foreign)]).status == .notFound)
            let filed = try await send(["signature": String(mine)])
            #expect(filed.status == .created, "\(filed.text)")
            let number = try #require(filed.json["number"] as? String)
            let subject = try await hall.cases.matter(number, for: .system).root
            #expect(
                subject.materials.contains { $0.fileID == mine && $0.requirement == "form.signature.drawing" }
            )
        }
    }

    @Test("一件事里签一次，问这个签名的每个事项都带着，不问的不带")
    func children() throws {
        let child = try hall.library.service(Self.slug).item
        let other = try hall.library.service("food-business-licence").item
        var joint = child
        joint.joint = JointDesign(answers: [child.slug: ["signature": "signed"]])
        joint.pages[joint.pages.count - 1].fields.append(
            FormField("signed", "签名", .signature, required: true))
        let now = Instant(milliseconds: 1)
        let filed = [
            FiledMaterial(requirement: "form.signed.drawing", fileID: 7, name: "手写签名.png", filedAt: now),
            FiledMaterial(requirement: "form.signature.drawing", fileID: 8, name: "手写签名.png", filedAt: now),
        ]
        let drawn = joint.drawings(for: child, among: filed)
        #expect(drawn.map(\.requirement) == ["form.signature.drawing"] && drawn.map(\.fileID) == [7])
        #expect(joint.drawings(for: other, among: filed).isEmpty)
    }

    @Test("预审的人看得到手写签名，不看这份申请的人看不到")
    func precheck() async throws {
        try await hall.visit { client in
            let (person, clerk) = (Person("zhangwei", client), Person("clerk", client))
            let begun = try await person.post("/applications", [("service", Self.slug)])
            let draft = String(begun.location.prefix { $0 != "?" }.dropLast("/pages/1".count))
            _ = try await person.upload(
                draft + "/pages/4", "form.signature.drawing", name: "x.png", bytes: QuestionTests.png)
            _ = try await person.post(draft + "/pages/4", [("form.signature", "张伟")])
            #expect(try await person.post("\(draft)/precheck").status == .seeOther)
            let page = try await clerk.get("/desk/prechecks/\(draft.split(separator: "/").last ?? "")").text
            #expect(page.contains("alt=\"申请人签名的手写签名\""))
            let picture = try #require(page.firstMatch(of: /<img[^>]*src="([^"]+)"/)).1
            #expect(try await Person("chenjing", client).get(String(picture)).status == .forbidden)
        }
    }
}

import Cases
import Foundation
import Government
import HTTPTypes
import HummingbirdTesting
import Identity
import Services
import Storage
import Testing
import WorkingTime

@testable import ServiceHall

@Suite("接口：窗口代办要申请人确认")
struct ConfirmationAPITests {
    private static let zhang = "441299199003071231"
    private static let missing = "申请人还没有确认，或者确认以后内容改过，请先请申请人确认。"

    private let hall: TestHall

    init() async throws {
        hall = try await TestHall.open()
        let person = try hall.account("zhangwei").personID
        _ = try await hall.database.write { tx in
            try tx.execute(
                """
                INSERT INTO account (id, name, display_name, password_hash, totp_last_step, person_id, created_at,
                    disabled)
                VALUES (41, 'zhangwei', '张伟', '', 0, \(person), 0, \(false))
                """)
        }
    }

    @Test("没有确认的不能提交，确认的方式要对；同一次提交重发不再要确认")
    func faceToFace() async throws {
        try await hall.visit { client in
            let clerk = Person("clerk", client)
            let none = try await clerk.file(try await application())
            #expect(none.status == .unprocessableContent && none.text.contains(Self.missing))
            #expect(none.text.contains("\"field\":\"confirmation\""))
            for way in ["agent_card", "code", "nod"] {
                let wrong = try await clerk.file(try await application(["way": way]))
                #expect(wrong.status == .unprocessableContent && wrong.text.contains("请选择核对了什么"))
                #expect(wrong.text.contains("\"field\":\"confirmation.way\""))
            }
            let said = try await application(["way": "card_seen"])
            let first = try await clerk.file(said, key: "k")
            #expect(first.status == .created, "\(first.text)")
            let number = try #require(first.json["number"] as? String)
            #expect(try await clerk.file(said, key: "k").json["number"] as? String == number)
            let filing = try await hall.cases.view(number, for: .system).subject.filing
            #expect(filing.channel == FilingRecord.counter && filing.confirmation?.way == .cardSeen)
            #expect(filing.confirmation?.recordedBy == "梁小雯")
        }
    }

    @Test("确认码只对看过的内容有效，用一次；错的计数，别人不能发")
    func byCode() async throws {
        try await hall.visit { client in
            let (clerk, path) = (Person("clerk", client), "/api/v1/confirmation-codes")
            let asked = try await application()
            #expect(try await Person("zhangwei", client).call(path, asked).status == .forbidden)
            let own = asked.replacing(Self.zhang, with: "")
            #expect(try await clerk.call(path, own).text.contains("请写明代谁办理"))
            let sent = try await clerk.call(path, asked, key: "c")
            #expect(sent.status == .created && sent.json["expires_at"] is String, "\(sent.text)")
            #expect(try await clerk.call(path, asked, key: "c").text == sent.text, "同一个键只发一次")
            #expect(try await clerk.call(path, asked).status == .tooManyRequests)
            let code = try await code()
            let wrong = try await clerk.file(confirming(asked, code == "000000" ? "1" : "000000"))
            #expect(wrong.text.contains("确认码不对") && wrong.text.contains("\"field\":\"confirmation.code\""))
            let other = confirming(asked.replacing("演示", with: "改过"), code)
            #expect(try await clerk.file(other).text.contains("申请内容改过"))
            let filed = try await clerk.file(confirming(asked, code))
            #expect(filed.status == .created, "\(filed.text)")
            #expect(try await clerk.file(confirming(asked, code)).text.contains("确认码已失效"))
        }
        try await hall.database.write { tx in
            try Confirmations.removeOld(before: Instant.now.adding(seconds: 1), in: tx)
            #expect(try tx.count("SELECT count(*) FROM draft_confirmation /* all */") == 0)
        }
    }

    @Test("窗口人员自己的申请不能由本人代办")
    func ownMatter() async throws {
        let zhang = try hall.account("zhangwei")
        let clerk = Account(
            id: 3, name: "clerk", displayName: "张伟", personID: zhang.personID,
            posts: [Post(organ: "zwfw", role: .clerk)], entities: [])
        let applicant = try await Applicants(
            directory: .init(hall.database), database: hall.database
        ).own(of: zhang, for: hall.library.service("old-age-allowance").item)
        #expect(throws: (any Error).self) { try ApplicantConfirmation.admit(clerk, for: applicant) }
        try ApplicantConfirmation.admit(hall.account("clerk"), for: applicant)
    }

    /// An application of 张伟 with all its answers and materials, the files being the clerk's.
    private func application(_ confirmation: [String: String]? = nil) async throws -> String {
        let item = try hall.library.service("old-age-allowance").item
        var materials: [[String: String]] = []
        for material in item.askedMaterials where material.isRequired {
            materials.append(["requirement": material.id, "file": String(try await hall.upload(owner: 3))])
        }
        let form = item.fields.flatMap(Answers.inputs).map { (String($0.0.dropFirst("form.".count)), $0.1) }
        var body: [String: Any] = [
            "service": item.slug, "applicant": Self.zhang, "materials": materials,
            "form": Dictionary(uniqueKeysWithValues: form),
        ]
        body["confirmation"] = confirmation
        return String(
            decoding: try JSONSerialization.data(withJSONObject: body, options: .sortedKeys), as: UTF8.self)
    }

    private func confirming(_ application: String, _ code: String) -> String {
        "{\"confirmation\":{\"code\":\"\(code)\"}," + application.dropFirst()
    }

    private func code() async throws -> String {
        let told = try await hall.database.read {
            try $0.row("SELECT parameters FROM message WHERE account_id = 41")?.text("parameters") ?? ""
        }
        return String(try #require(told.firstMatch(of: /"(\d{6})"/)).1)
    }
}

import Cases
import HTTPTypes
import HummingbirdTesting
import Identity
import Journal
import Refusals
import Services
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import ServiceHall

@Suite("窗口代办：申请人确认")
struct ConfirmationTests {
    private static let zhang = "441299199003071231"
    private static let restaurant = "91441202MA4W12346L"

    private let now = Instant(day: CivilDate(iso: "2026-11-23") ?? .first, hour: 9, minute: 30)
    private let clerk = Actor(
        accountID: 3, name: "梁小雯", organ: "zwfw", roles: ["clerk"], channel: "page", address: "")

    @Test("一分钟内不能重发，过十分钟、内容改过都要重来；错十次以后不能再发，重发也不多给机会")
    func codes() throws {
        func answer(
            _ asked: inout ApplicantConfirmation, _ code: String, for content: String, at now: Instant
        )
            -> String?
        {
            asked.answer(code, for: content, of: 7, by: clerk, at: now)?.sentence.chinese
        }
        let void = "确认码已失效，或者申请内容改过，请重新发送。"
        var asked = ApplicantConfirmation(content: "a")
        #expect(answer(&asked, "1", for: "a", at: now) == void, "没有发送过")
        try asked.send("1", for: "a", of: 7, at: now)
        #expect(throws: DomainError.tooMany("刚刚发过一次，请 \(1) 秒后再试。", retryAfterSeconds: 1)) {
            try asked.send("2", for: "a", of: 7, at: now.adding(seconds: 59))
        }
        var late = asked
        #expect(answer(&late, "1", for: "a", at: now.adding(seconds: 601)) == void)
        #expect(answer(&late, "1", for: "b", at: now) == void && late.given == nil)
        for _ in 1...9 { #expect(answer(&late, "2", for: "a", at: now) == "确认码不对，请申请人再看一遍。") }
        let again = now.adding(seconds: 60)
        try late.send("3", for: "a", of: 7, at: again)
        #expect(answer(&late, "2", for: "a", at: again) == "确认码不对，请申请人再看一遍。")
        #expect(answer(&late, "3", for: "a", at: again) == void, "一共错过十次")
        #expect(throws: DomainError.conflict("已经输错 \(10) 次，不能再发，请改用别的方式确认。")) {
            try late.send("4", for: "b", of: 7, at: now.adding(seconds: 120))
        }
        #expect(answer(&asked, "1", for: "a", at: now) == nil)
        #expect(asked.holds(for: "a")?.way == .code && asked.holds(for: "b") == nil)
        #expect(answer(&asked, "1", for: "a", at: now) == void, "用过的不能再用")
    }

    @Test("单位由经办人确认，个人由本人确认")
    func ways() throws {
        let person = Applicant(kind: .person, name: "张伟", code: Self.zhang)
        let entity = Applicant(kind: .entity, name: "星湖", code: Self.restaurant)
        for (way, applicant) in [
            (nil, person), ("agent_card", person), ("code", person), ("card_seen", entity),
        ] {
            #expect(throws: DomainError.invalid("way", "请选择核对了什么，并请申请人看过全部内容。")) {
                try ApplicantConfirmation.faceToFace(way, of: applicant, to: "a", by: clerk, at: now)
            }
        }
        let given = try ApplicantConfirmation.faceToFace(
            "card_reader", of: person, to: "a", by: clerk, at: now)
        #expect(given.given?.words.hasPrefix("当面确认，窗口人员登记：已用读卡器核对本人身份证（梁小雯，2026年11月23日") == true)
    }

    @Test("没有确认不能提交；确认以后改过要重新确认；怎样确认的写在办件、经过和回执上")
    func faceToFace() async throws {
        let hall = try await TestHall.open()
        try await hall.visit { client in
            let clerk = Person("clerk", client)
            let slug = "food-business-licence"
            let draft = try await hall.ready(slug, for: Self.restaurant, by: clerk)
            let page = try await clerk.get("\(draft)/check").text
            #expect(page.contains("请申请人确认") && !page.contains(">提交申请<"))
            let early = try await clerk.post("\(draft)/submission", [("promise", "true")])
            #expect(early.status == .unprocessableContent && early.text.contains("申请人还没有确认"))
            let own = try await clerk.post("\(draft)/confirmation", [("way", "card_seen")])
            #expect(own.status == .unprocessableContent && own.text.contains("请选择核对了什么"))
            let none = try await clerk.post("\(draft)/confirmation-code")
            #expect(none.status == .conflict)
            let stranger = try await Person("chenjing", client).post(
                "\(draft)/confirmation", [("way", "agent_card")])
            #expect(stranger.status == .notFound)
            #expect(
                try await clerk.post("\(draft)/confirmation", [("way", "agent_card")]).status == .seeOther)
            #expect(try await clerk.get("\(draft)/check").text.contains("申请人已确认"))
            try await hall.answer(slug, of: draft, by: clerk, differently: true)
            let changed = try await clerk.post("\(draft)/submission", [("promise", "true")])
            #expect(changed.text.contains("确认以后内容改过"))
            _ = try await clerk.post("\(draft)/confirmation", [("way", "agent_card")])
            let receipt = try await clerk.post("\(draft)/submission", [("promise", "true")]).location
            #expect(try await clerk.get(receipt).text.contains("经办人当面确认，窗口人员登记：已核对身份证和单位的授权（梁小雯"))
            let number = String(receipt.split(separator: "/")[1])
            let view = try await hall.cases.view(number, for: .system)
            #expect(view.subject.filing.confirmation?.way == .agentCard)
            let id = try #require(Int64(draft.split(separator: "/").last ?? ""))
            #expect(try await hall.database.read { try Confirmations.find(id, in: $0) } == nil)
            #expect(view.history.contains { $0.entry.action == "case.applicant_confirmed" })
        }
    }

    @Test("用发到本人账号的确认码确认")
    func byCode() async throws {
        let hall = try await TestHall.open()
        let person = try hall.account("zhangwei").personID
        _ = try await hall.database.write { tx in
            try tx.execute(
                """
                INSERT INTO account (id, name, display_name, password_hash, totp_last_step, person_id, created_at,
                    disabled)
                VALUES (41, 'zhangwei', '张伟', '', 0, \(person), 0, \(false))
                """)
        }
        try await hall.visit { client in
            let clerk = Person("clerk", client)
            let draft = try await hall.ready("residence-permit", for: Self.zhang, by: clerk)
            #expect(try await clerk.post("\(draft)/confirmation-code").status == .seeOther)
            #expect(try await clerk.post("\(draft)/confirmation-code").status == .tooManyRequests)
            #expect(try await clerk.get("\(draft)/check").text.contains("确认码已发送"))
            let told = try await hall.database.read {
                try $0.row("SELECT parameters FROM message WHERE account_id = 41")?.text("parameters") ?? ""
            }
            let code = try #require(told.firstMatch(of: /"(\d{6})"/)).1
            let wrong = code == "000000" ? "111111" : "000000"
            let refused = try await clerk.post("\(draft)/confirmation", [("code", wrong)])
            #expect(refused.status == .unprocessableContent && refused.text.contains("确认码不对"))
            #expect(
                try await clerk.post("\(draft)/confirmation", [("code", String(code))]).status == .seeOther)
            let receipt = try await clerk.post("\(draft)/submission", [("promise", "true")]).location
            #expect(try await clerk.get(receipt).text.contains("用发给本人的确认码确认"))
        }
        #expect(try await hall.refused == 1)
    }
}

extension TestHall {
    /// An application at the counter with all its answers and materials.
    fileprivate func ready(_ slug: String, for applicant: String, by clerk: Person) async throws -> String {
        let begun = try await clerk.post("/applications", [("service", slug), ("applicant", applicant)])
        let draft = String(begun.location.prefix { $0 != "?" }.dropLast("/pages/1".count))
        try await answer(slug, of: draft, by: clerk)
        for material in try library.service(slug).item.askedMaterials {
            _ = try await clerk.upload(
                "\(draft)/materials", "materials.\(material.id)", name: "材料.pdf", "%PDF-1.4")
        }
        return draft
    }

    fileprivate func answer(
        _ slug: String, of draft: String, by clerk: Person, differently: Bool = false
    ) async throws {
        for (index, page) in try library.service(slug).item.pages.enumerated() {
            let fields = page.fields.flatMap { Answers.inputs($0) }.map { name, answer in
                (name, differently && answer == "演示" ? "另一个答案" : answer)
            }
            #expect(try await clerk.post("\(draft)/pages/\(index + 1)", fields).status == .seeOther)
        }
    }

    /// How many codes were refused.
    fileprivate var refused: Int {
        get async throws {
            try await database.read {
                try $0.count(
                    "SELECT count(*) FROM journal_entry WHERE action = 'application.code_refused' /* all */")
            }
        }
    }
}

import HummingbirdTesting
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

@testable import Consultations
@testable import Identity

@Suite("What becomes of comments")
struct AfterTheEndTests {
    private func withdraw(_ number: Int, _ one: Consultation, as name: String, _ house: ConsultationHouse)
        async throws
    {
        let account = try await house.account(name)
        try await Commenting(office: house.office).withdraw(
            number, of: one.id, as: account, by: account.actor(channel: "page", address: ""), at: noon)
    }

    private func answer(_ numbers: [Int], _ one: Consultation, _ house: ConsultationHouse) async throws {
        try await house.database.write { tx in
            try Answering(outbox: house.office.outbox).answer(
                numbers, of: one, with: try CommentAnswer(.rejected, reason: "上位法已经规定了期限。"),
                by: ConsultationHouse.writer, at: noon, in: tx)
        }
    }

    @Test("one that was answered can be taken back: the name goes, what was said and answered stays")
    func answered() async throws {
        let house = try await ConsultationHouse()
        let one = try await house.open()
        _ = try await house.say("三十日太短", on: "p1", one, as: "zhangwei")
        try await answer([1], one, house)
        let page = try await house.visit(as: "zhangwei") {
            try await $0.look(ConsultationPath.part(String(one.id), "comments")).text
        }
        #expect(page.contains("撤回署名"))
        try await withdraw(1, one, as: "zhangwei", house)
        let comment = try await house.database.read { try CommentStore.comment(1, of: one.id, in: $0) }
        #expect(comment.state == .shown && comment.words == "三十日太短" && comment.answer != nil)
        #expect(comment.author.isEmpty && comment.accountID == nil)
        await #expect(throws: DomainError.notFound("没有这条意见，或者已经撤回。")) {
            try await withdraw(1, one, as: "zhangwei", house)
        }
    }

    @Test("each says to which version it was made, also where the passage was changed afterwards")
    func versions() async throws {
        let house = try await ConsultationHouse()
        let one = try await house.open()
        _ = try await house.say("三十日太短", on: "p1", one, as: "zhangwei")
        let second = try await house.database.write { tx in
            var draft = try ConsultationStore.locked(one.id, in: tx)
            try draft.put(
                try Passage(anchor: "p1", heading: "第一条", words: "养犬应当在六十日内登记。", because: [1]),
                seen: draft.revision, by: ConsultationHouse.writer)
            try draft.revise("放宽期限", by: ConsultationHouse.head, at: noon, in: tx)
            try ConsultationStore.update(draft, in: tx)
            return draft
        }
        _ = try await house.say("六十日可以", on: "p1", second, as: "chenjing")
        let versions = try await house.database.read { tx in
            try [1, 2].map { try CommentStore.comment($0, of: one.id, in: tx).version }
        }
        #expect(versions == [1, 2])
        let (page, json) = try await house.visit { client async throws in
            (
                try await client.look(ConsultationPath.part(String(one.id), "comments")).text,
                try await client.look("\(ConsultationPath.api)/\(one.id)/comments").text
            )
        }
        #expect(page.contains("第一条（第 1 版）") && page.contains("第一条（第 2 版）"))
        #expect(json.contains("\"version\":1") && json.contains("\"version\":2"))
    }

    @Test(
        "one shows the way to what was changed because of it, in every version; one that changed nothing, none"
    )
    func changes() async throws {
        let house = try await ConsultationHouse()
        let one = try await house.open()
        _ = try await house.say("三十日太短", on: "p1", one, as: "zhangwei")
        _ = try await house.say("犬绳不要超过一米", on: "p2", one, as: "chenjing")
        for days in ["六十日", "九十日"] {
            try await house.database.write { tx in
                var draft = try ConsultationStore.locked(one.id, in: tx)
                try draft.put(
                    try Passage(
                        anchor: "p1", heading: "第一条", words: "养犬应当在\(days)内登记。", because: [1]),
                    seen: draft.revision, by: ConsultationHouse.writer)
                try draft.revise("放宽期限", by: ConsultationHouse.head, at: noon, in: tx)
                try ConsultationStore.update(draft, in: tx)
            }
        }
        let versions = try await house.database.read { try VersionStore.all(of: one.id, in: $0) }
        let made = PassageChange.byComment(versions)
        #expect(made[1]?.map(\.version) == [2, 3] && made[2] == nil)
        let path = ConsultationPath.part(String(one.id), "comparison")
        let (changed, other, comparison) = try await house.visit { client async throws in
            let comments = ConsultationPath.part(String(one.id), "comments")
            return (
                try await client.look("\(comments)?number=1").text,
                try await client.look("\(comments)?number=2").text,
                try await client.look("\(path)?version=2").text
            )
        }
        for version in [2, 3] { #expect(changed.contains("href=\"\(path)?version=\(version)#p1\"")) }
        #expect(!other.contains("据此修改"))
        #expect(comparison.contains("id=\"p1\"") && comparison.contains("comments?number=1"))
    }

    @Test("one that was not taken up is no reason for a change, nor is a reason answered so afterwards")
    func contradiction() async throws {
        let house = try await ConsultationHouse()
        let one = try await house.open()
        _ = try await house.say("三十日太短", on: "p1", one, as: "zhangwei")
        _ = try await house.say("犬绳不要超过一米", on: "p2", one, as: "chenjing")
        try await answer([2], one, house)
        func revise(because number: Int) async throws {
            try await house.database.write { tx in
                var draft = try ConsultationStore.locked(one.id, in: tx)
                try draft.put(
                    try Passage(
                        anchor: "p1", heading: "第一条", words: "养犬应当在六十日内登记。", because: [number]),
                    seen: draft.revision, by: ConsultationHouse.writer)
                try draft.revise("放宽期限", by: ConsultationHouse.head, at: noon, in: tx)
                try ConsultationStore.update(draft, in: tx)
            }
        }
        await #expect(throws: DomainError.self) { try await revise(because: 2) }
        try await revise(because: 1)
        await #expect(
            throws: DomainError.invalid(
                "outcome", "第 \(2) 版写明“\("第一条")”是根据第 \(1) 条意见改的，请答复采纳或者部分采纳。")
        ) { try await answer([1, 2], one, house) }
        let comment = try await house.database.read { try CommentStore.comment(1, of: one.id, in: $0) }
        #expect(comment.answer == nil)
    }

    @Test("nobody is reminded before the end, nor twice within the days of the rule, nor once it is closed")
    func reminded() async throws {
        let house = try await ConsultationHouse()
        let one = try await house.open()
        _ = try await house.say("三十日太短", on: "p1", one, as: "zhangwei")
        let reminder = AnswerReminder(office: house.office)
        let head = try await house.account("head-cgj").id
        func told() async throws -> Int {
            try await house.database.read {
                try $0.count("SELECT count(*) FROM message WHERE account_id = \(head) /* all */")
            }
        }
        try await reminder.remind(at: noon.adding(seconds: 30 * 86_400))
        #expect(try await told() == 0, "its last day")
        for day in [31, 31, 36] { try await reminder.remind(at: noon.adding(seconds: day * 86_400)) }
        #expect(try await told() == 1)
        try await reminder.remind(at: noon.adding(seconds: 38 * 86_400))
        #expect(try await told() == 2)
        try await answer([1], one, house)
        try await house.database.write { tx in
            var draft = try ConsultationStore.locked(one.id, in: tx)
            try draft.end("意见已经答复，没有采纳。", at: noon.adding(seconds: 39 * 86_400), in: tx)
            try ConsultationStore.update(draft, in: tx)
        }
        try await reminder.remind(at: noon.adding(seconds: 60 * 86_400))
        #expect(try await told() == 2)
    }

    @Test("who is reminded reads how many answers are missing, or that it only has to be closed")
    func reminder() throws {
        let one = try ConsultationHouse.draft()
        #expect(one.reminder(unanswered: 3).chinese.contains("还有 3 条意见没有答复"))
        #expect(one.reminder(unanswered: 0).chinese.contains("请结束并公布结果"))
    }
}

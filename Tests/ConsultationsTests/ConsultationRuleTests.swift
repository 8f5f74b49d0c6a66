import Journal
import Refusals
import Testing
import WorkingTime

@testable import Consultations

@Suite("A draft on which people are asked")
struct ConsultationRuleTests {
    private let rules = ConsultationHouse.rules
    private let writer = ConsultationHouse.writer
    private let head = ConsultationHouse.head

    @Test("is not opened empty, by its writer, for too short a time without a reason, or twice")
    func opening() throws {
        var empty = try Consultation.begin(ConsultationHouse.facts, id: 1, organ: "cgj", by: writer)
        #expect(throws: DomainError.conflict("稿子还没有内容，不能公布。")) {
            try empty.open(by: head, on: noon.day, rules)
        }
        var one = try ConsultationHouse.draft()
        #expect(throws: DomainError.forbidden("请由最后修改的人以外的另一人公布。")) {
            try one.open(by: writer, on: noon.day, rules)
        }
        #expect(
            throws: DomainError.conflict(
                "征求意见一般不少于 \(30) 天，现在只有 \(29) 天。请改截止日期，或者写明缩短的理由，理由会一并公布。")
        ) { try one.open(by: head, on: noon.day.adding(days: 1), rules) }
        #expect(throws: DomainError.conflict("截止日期已过，请先改日期。")) {
            try one.open(by: head, on: noon.day.adding(days: 30), rules)
        }
        try one.open(by: head, on: noon.day, rules)
        #expect(one.version == 1 && one.opensOn == noon.day)
        #expect(throws: DomainError.conflict("征求意见已经开始。")) {
            try one.open(by: head, on: noon.day, rules)
        }
    }

    @Test("is opened for a shorter time when the reason is said")
    func shorter() throws {
        var facts = ConsultationHouse.facts
        facts.shortReason = "汛期将至，防汛办法要尽快施行。"
        facts.closesOn = noon.day.adding(days: 10)
        var one = try ConsultationHouse.draft(facts)
        try one.open(by: head, on: noon.day, rules)
        #expect(one.isTaking(on: noon.day.adding(days: 10)) && !one.isTaking(on: noon.day.adding(days: 11)))
        #expect(one.facts.shortReason == facts.shortReason)
        facts.closesOn = noon.day.adding(days: 35)
        var long = try ConsultationHouse.draft(facts)
        try long.open(by: head, on: noon.day, rules)
        #expect(long.facts.shortReason == nil, "it is not shorter")
    }

    @Test("keeps what was promised: title and time do not change once it is open")
    func promised() throws {
        var one = try ConsultationHouse.draft()
        #expect(throws: DomainError.conflict("有人刚刚改过这份稿子，请看过最新的内容再改。")) {
            try one.edit(ConsultationHouse.facts, seen: 1, by: writer)
        }
        try one.open(by: head, on: noon.day, rules)
        #expect(throws: DomainError.conflict("征求意见开始以后，标题、理由和时间不能再改。")) {
            try one.edit(ConsultationHouse.facts, seen: one.revision, by: writer)
        }
    }

    @Test("never gives the mark of a passage that was taken away to another one")
    func marks() throws {
        var one = try ConsultationHouse.draft()
        try one.remove("p2", seen: one.revision, by: writer)
        try one.put(
            try Passage(anchor: "", heading: "第三条", words: "清理排泄物。"), seen: one.revision, by: writer)
        #expect(one.passages.map(\.anchor) == ["p1", "p3"])
        try one.raise("p3", seen: one.revision, by: writer)
        #expect(one.passages.map(\.anchor) == ["p3", "p1"])
    }

    @Test(
        "publishes no version without a change, nor says a passage was changed that was not, nor names what is not there"
    )
    func versions() throws {
        var one = try ConsultationHouse.draft()
        try one.open(by: head, on: noon.day, rules)
        let first = one.passages
        #expect(throws: DomainError.conflict("稿子和上一版一样，没有可公布的修改。")) {
            try one.publishVersion(after: first, known: [], by: head)
        }
        try one.put(
            try Passage(anchor: "p2", heading: "第二条", words: "携犬外出应当牵引并戴嘴套。", because: [3, 3, 1]),
            seen: one.revision, by: writer)
        #expect(throws: DomainError.invalid("note", "“\("第二条")”写的第 \(3) 条意见不存在，或者已经撤回。")) {
            try one.publishVersion(after: first, known: [1], by: head)
        }
        #expect(throws: DomainError.forbidden("请由最后修改的人以外的另一人公布。")) {
            try one.publishVersion(after: first, known: [1, 3], by: writer)
        }
        try one.put(
            try Passage(anchor: "p1", heading: "第一条", words: "养犬应当登记。", because: [1]), seen: one.revision,
            by: writer)
        #expect(throws: DomainError.invalid("note", "“\("第一条")”没有修改，不能写是根据哪条意见改的。")) {
            try one.publishVersion(after: first, known: [1, 3], by: head)
        }
        try one.put(first[0], seen: one.revision, by: writer)
        let refused: DomainError = .invalid(
            "note", "“\("第二条")”写的第 \(3) 条意见答复的是未采纳，不能写是根据它改的。请去掉编号，或者先改答复。")
        #expect(throws: refused) {
            try one.publishVersion(after: first, known: [1, 3], rejected: [3], by: head)
        }
        try one.publishVersion(after: first, known: [1, 3], by: head)
        #expect(one.version == 2 && one.passages[1].because == [1, 3])
    }

    @Test(
        "is not closed before its end, with a comment unanswered, with a change unpublished, or without a word"
    )
    func closing() throws {
        var one = try ConsultationHouse.draft()
        try one.open(by: head, on: noon.day, rules)
        let after = noon.adding(seconds: 31 * 86_400)
        func close(_ words: String = "全部采纳。", _ unanswered: Int = 0, at now: Instant) throws {
            try one.close(
                words, unanswered: unanswered, last: try ConsultationHouse.draft().passages, at: now)
        }
        #expect(throws: DomainError.self) { try close(at: noon) }
        #expect(throws: DomainError.conflict("还有 \(7) 条意见没有答复，全部答复以后才能结束。")) {
            try close("全部采纳。", 7, at: after)
        }
        #expect(throws: DomainError.invalid("outcome", "请写明总的采纳情况和下一步，5 到 5000 字。")) {
            try close("", at: after)
        }
        #expect(throws: DomainError.invalid("outcome", "公开的文字里有手机号码，请删去。")) {
            try close("全部采纳，请陈先生回电 13800001234。", at: after)
        }
        try one.remove("p2", seen: one.revision, by: writer)
        #expect(throws: DomainError.conflict("修改稿还没有公布，请先公布或者改回。")) { try close(at: after) }
        try one.put(
            try Passage(anchor: "", heading: "第二条", words: "携犬外出应当牵引。"), seen: one.revision, by: writer)
        one.passages = try ConsultationHouse.draft().passages
        try close(at: after)
        #expect(one.state == .closed)
        #expect(throws: DomainError.conflict("征求意见已经结束，稿子不能再改。")) {
            try one.remove("p1", seen: one.revision, by: writer)
        }
    }

    @Test("is not answered with a telephone or identity number, which everybody would read")
    func answers() throws {
        #expect(throws: DomainError.invalid("reason", "公开的文字里有手机号码，请删去。")) {
            try CommentAnswer(.rejected, reason: "已经打 138 0000 1234 向您说明。")
        }
        #expect(throws: DomainError.invalid("reason", "公开的文字里有身份证号码，请删去。")) {
            try CommentAnswer(.adopted, reason: "按身份证44129919690305082x登记。")
        }
        #expect(try CommentAnswer(.adopted, reason: "第三条改为 30 日。").outcome == .adopted)
    }

    @Test("shows letter by letter what changed, what came and what went")
    func comparison() throws {
        let old = try ConsultationHouse.draft().passages
        let new = [
            try Passage(anchor: "p2", heading: "第二条", words: "携犬外出必须牵引。"),
            try Passage(anchor: "p3", heading: "第三条", words: "清理。"),
        ]
        let lines = Comparison(from: old, to: new).lines
        #expect(lines.map(\.fate) == [.changed, .added, .removed])
        #expect(
            lines[0].words == [
                .init(kind: .same, words: "携犬外出"), .init(kind: .removed, words: "应当"),
                .init(kind: .added, words: "必须"), .init(kind: .same, words: "牵引。"),
            ])
        #expect(Comparison.pieces("", "") == [])
        let long = String(repeating: "很长的一段话，", count: 100)
        #expect(Comparison.pieces(long, long + "完。").last == .init(kind: .added, words: "完。"))
    }

    @Test(
        "covers numbers by which somebody could be found, and leaves days, amounts and articles",
        arguments: [
            ("打我电话13800001234。", "打我电话138****1234。"), ("138 0000 1234", "138****1234"),
            ("电话13800001234 13900005678", "电话138****1234 139****5678"),
            ("１３８００００１２３４", "138****1234"), ("0758-2266888", "*******6888"),
            ("身份证441299199003071231", "身份证441299********1231"), ("44129919690305082x", "441299********082X"),
            ("卡号6222 0212 3456 7890 123", "卡号***************0123"),
            ("20261129 起罚款 1200000 元，第 12 条", "20261129 起罚款 1200000 元，第 12 条"),
        ])
    func covered(_ said: String, _ shown: String) { #expect(CoveredWords.covered(said) == shown) }
}

import Journal
import Refusals
import Testing
import WorkingTime

@testable import Hearings

@Suite("A hearing")
struct HearingRuleTests {
    private let rules = HearingHouse.rules
    private let writer = HearingHouse.writer
    private let head = HearingHouse.head

    @Test("is not announced too late, by its writer, with too little time to draw, or twice")
    func announcement() throws {
        var one = try Hearing.begin(HearingHouse.facts, id: 1, organ: "fgj", by: writer)
        func announce(_ days: Int, by actor: Actor) throws {
            try one.announce(by: actor, on: noon.day.adding(days: days), digest: "", rules)
        }
        #expect(
            throws: DomainError.conflict("听证会要提前 \(30) 天公告，现在离举行只有 \(29) 天，请改时间。")
        ) { try announce(11, by: head) }
        #expect(throws: DomainError.forbidden("请由最后修改的人以外的另一人公告。")) { try announce(0, by: writer) }
        var facts = HearingHouse.facts
        facts.registerBy = noon.day.adding(days: 35)
        try one.edit(facts, seen: 1, by: writer)
        #expect(
            throws: DomainError.conflict("报名要在听证会 \(10) 天前截止，才来得及抽签和公布名单；现在只隔 \(5) 天。")
        ) { try announce(0, by: head) }
        try one.edit(HearingHouse.facts, seen: 2, by: writer)
        try announce(0, by: head)
        #expect(throws: DomainError.conflict("听证会已经公告。")) { try announce(0, by: head) }
        #expect(throws: DomainError.self) { try one.edit(HearingHouse.facts, seen: 3, by: writer) }
    }

    @Test(
        "is not held when its materials came less than seven days before, on another day, or without a list")
    func materials() throws {
        var one = try HearingHouse.announced()
        #expect(
            throws: DomainError.conflict("材料要提前 \(7) 天公布，现在离听证会只有 \(6) 天，请先改期。")
        ) { try one.publishMaterials(on: noon.day.adding(days: 34), rules) }
        #expect(throws: DomainError.conflict("参加人名单公布以后才能举行。")) { try one.hold(on: one.day, rules) }
        try one.draw(1, seed: "seed", on: noon.day.adding(days: 21))
        #expect(
            throws: DomainError.conflict("听证会材料没有提前 \(7) 天公布，不能举行，请改期。")
        ) { try one.hold(on: one.day, rules) }
        try one.publishMaterials(on: noon.day.adding(days: 33), rules)
        #expect(throws: DomainError.self) { try one.hold(on: one.day.adding(days: -1), rules) }
        try one.hold(on: one.day, rules)
        #expect(one.state == .live)
    }

    @Test("is put off only to a later time, with a reason, and not once it is held")
    func postponement() throws {
        var one = try HearingHouse.announced()
        let time = one.facts.startsAt
        #expect(throws: DomainError.invalid("starts_on", "改期只能改到更晚的时间。")) {
            try one.postpone(to: time, why: "材料还没有备齐", on: noon.day, rules)
        }
        #expect(throws: DomainError.self) {
            try one.postpone(to: time.adding(seconds: 86_400), why: "", on: noon.day, rules)
        }
        try one.postpone(to: time.adding(seconds: 86_400), why: "材料还没有备齐", on: noon.day, rules)
        one.state = .live
        #expect(throws: DomainError.conflict("现在不能改期。")) {
            try one.postpone(to: time.adding(seconds: 172_800), why: "材料还没有备齐", on: noon.day, rules)
        }
    }

    @Test("is not drawn while people register, without anybody, or a second time")
    func drawing() throws {
        var one = try HearingHouse.announced()
        #expect(throws: DomainError.self) { try one.draw(3, seed: "s", on: noon.day.adding(days: 20)) }
        let day = noon.day.adding(days: 21)
        #expect(throws: DomainError.conflict("没有人报名，不能抽签。")) { try one.draw(0, seed: "s", on: day) }
        try one.draw(3, seed: "s", on: day)
        #expect(throws: DomainError.conflict("已经抽过签，名单不能再变。")) { try one.draw(3, seed: "t", on: day) }
    }

    @Test("has a record that is not closed empty, nor published while somebody is missing")
    func record() throws {
        var one = try HearingHouse.announced()
        one.state = .live
        #expect(throws: DomainError.conflict("笔录里还没有发言，不能结束。")) {
            try one.closeRecord([], at: HearingHouse.there)
        }
        let line = RecordLine(number: 1, kind: .speech, speaker: "主持人", words: "开始。", writtenAt: noon)
        #expect(throws: DomainError.conflict("听证会\(one.facts.startsAt.chinese)才开始，笔录现在不能结束。")) {
            try one.closeRecord([line], at: HearingHouse.there.adding(seconds: -1))
        }
        try one.closeRecord([line], at: HearingHouse.there)
        #expect(one.recordDigest == RecordLine.digest(of: [line]))
        #expect(throws: DomainError.conflict("听证会没有在举行，不能再记录。")) { try one.requireLive() }
        #expect(
            throws: DomainError.conflict("还有 \(2) 位参加人没有签字，也没有注明原因，不能公布。")
        ) { try one.publishRecord(missing: 2, earliest: nil, at: HearingHouse.there) }
        let earliest = HearingHouse.there.adding(seconds: Hearing.secondsToAnswer)
        #expect(throws: DomainError.self) {
            try one.publishRecord(missing: 0, earliest: earliest, at: earliest.adding(seconds: -1))
        }
        try one.publishRecord(missing: 0, earliest: earliest, at: earliest)
        #expect(throws: DomainError.self) { try one.requireSigning() }
    }

    @Test("has lines that name who speaks, and hold no number by which somebody could be found")
    func lines() throws {
        #expect(throws: DomainError.invalid("words", "公开的文字里有手机号码，请删去。")) {
            try RecordLine.check(speaker: "张伟", words: "我的电话是 13800001234，请回话。")
        }
        #expect(throws: DomainError.invalid("speaker", "公开的文字里有手机号码，请删去。")) {
            try RecordLine.check(speaker: "张伟 13800001234", words: "希望封顶。")
        }
        try RecordLine.check(speaker: "张伟", words: "希望封顶 20 元。")
    }

    @Test("has a decision that refers to the record and says what of it was taken up, or none")
    func decision() throws {
        var one = try HearingHouse.announced()
        let taken = "采纳第 3 条，封顶 20 元；没有采纳第 4 条，理由是财力不足。"
        func decide(_ lines: [Int], _ taken: String) throws {
            try one.decide(.init(title: "调价通知", taken: taken, lines: lines, on: noon.day), lines: [3, 4])
        }
        #expect(throws: DomainError.conflict("笔录公布以后才能登记决定。")) { try decide([3], taken) }
        one.state = .published
        #expect(throws: DomainError.invalid("lines", "决定必须引用听证笔录，请写明引用笔录的第几条。")) {
            try decide([], taken)
        }
        #expect(throws: DomainError.invalid("lines", "笔录里没有第 \(9) 条。")) { try decide([3, 9], taken) }
        #expect(
            throws: DomainError.invalid("taken", "请写明采纳了笔录里的哪些意见，没有采纳的为什么，20 到 5000 字。")
        ) { try decide([3], "都听了。") }
        #expect(throws: DomainError.invalid("taken", "公开的文字里有手机号码，请删去。")) {
            try decide([3], taken + "有疑问的打 13800001234。")
        }
        try decide([3, 4], taken)
        #expect(one.state == .decided)
    }

    @Test("the draw is what anybody with the seed computes, and another seed gives another one")
    func recomputed() {
        // printf '%s' 'seed:consumer:1' | sha256sum
        #expect(Draw.lot(1, role: "consumer", seed: "seed").count == 64)
        let numbers = Array(1...50)
        let order = Draw.order(numbers, role: "consumer", seed: "seed")
        #expect(order == Draw.order(numbers.reversed(), role: "consumer", seed: "seed"))
        #expect(order.sorted() == numbers && order != numbers)
        #expect(order != Draw.order(numbers, role: "consumer", seed: "other"))
        #expect(order != Draw.order(numbers, role: "expert", seed: "seed"))
    }

    @Test("the rules are not changed to nonsense")
    func rulesChecked() {
        var wrong = rules
        wrong.announceDays = 0
        #expect(throws: DomainError.self) { try wrong.check() }
        wrong = rules
        wrong.roles.append(wrong.roles[0])
        #expect(throws: DomainError.self) { try wrong.check() }
    }
}

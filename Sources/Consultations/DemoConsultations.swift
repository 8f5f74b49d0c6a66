import Identity
import Journal
import Messaging
import Storage
import WorkingTime

extension Consultations {
    /// One draft on which people are asked and one with its results, for the sample district; may run again at any time.
    public static func seedDemo(into database: Database, at now: Instant) async throws {
        try await database.write { tx in
            try tx.exclude("demo-consultations")
            guard try ConsultationStore.list([.open, .closed], after: nil, in: tx).items.isEmpty,
                let cgj = try DemoConsultation("cgj", at: now, in: tx),
                let sthj = try DemoConsultation("sthj", at: now, in: tx)
            else { return }
            try sthj.finished(in: tx)
            try cgj.running(in: tx)
        }
    }
}

private struct DemoConsultation {
    let writer: Actor
    let head: Actor
    let organ: String
    let now: Instant
    let voices: [CommentStore.Voice]

    init?(_ organ: String, at now: Instant, in tx: Transaction) throws {
        guard let writer = try Accounts.account(named: "officer-\(organ)", on: now.day, in: tx),
            let head = try Accounts.account(named: "head-\(organ)", on: now.day, in: tx)
        else { return nil }
        (self.organ, self.now) = (organ, now)
        self.writer = writer.actor(channel: "demo", address: "", organ: organ)
        self.head = head.actor(channel: "demo", address: "", organ: organ)
        voices = try ["zhangwei", "chenjing", "liuyuxin", "fenglihua"].compactMap { name in
            try Accounts.account(named: name, on: now.day, in: tx).map {
                try Commenting.voice(of: $0, in: tx)
            }
        }
    }

    func running(in tx: Transaction) throws {
        let one = try open(
            "端州区养犬管理办法（征求意见稿）", "养犬的家庭多了，犬只扰民、伤人的投诉也多了。办法要明确登记、牵引和清理的责任，也方便守规矩的养犬人。",
            daysAgo: 8, days: 30,
            [
                ("第一条　目的", "为了规范养犬行为，保障公民健康和人身安全，维护市容环境和公共秩序，根据有关法律、法规，结合本区实际，制定本办法。"),
                ("第二条　登记", "养犬人应当自犬只满三个月之日起三十日内，到犬只免疫点免疫并办理登记。登记免费。"),
                ("第三条　牵引", "携犬外出应当用长度不超过一点五米的犬绳牵引，避让老人、孕妇和儿童。"),
                ("第四条　清理", "携犬人应当及时清理犬只在公共场所的排泄物。"),
            ], in: tx)
        try say("希望小区里多设几个拾便箱，光靠罚款不够。", on: "p4", one, 0, supportedBy: [1, 2], in: tx)
        try say("三十日太短，建议改为六十日，给收养流浪犬的人留时间。", on: "p2", one, 2, in: tx)
        try say("大型犬应当戴嘴套，建议写进第三条。", on: "p3", one, 3, supportedBy: [0], in: tx)
    }

    func finished(in tx: Transaction) throws {
        var one = try open(
            "端州区餐饮油烟污染防治规定（征求意见稿）", "近两年餐饮油烟投诉占大气投诉的四成。规定要分清新开和已开的店，给小店改造的时间。",
            daysAgo: 62, days: 31,
            [
                ("第一条　适用范围", "本区城镇范围内排放油烟的餐饮服务单位，适用本规定。"),
                ("第二条　净化设施", "餐饮服务单位应当安装油烟净化设施并保持正常使用，每月清洗一次。"),
                ("第三条　过渡期", "本规定施行前已经开业的，应当在三个月内完成改造。"),
            ], in: tx)
        try say("每月清洗一次对小店负担太重，按用油量分档更合理。", on: "p2", one, 1, supportedBy: [3], in: tx)
        try say("三个月改造不完，装修队都排不上，希望给六个月。", on: "p3", one, 3, supportedBy: [0, 1], in: tx)
        try say("希望禁止在住宅楼下开餐馆。", on: "", one, 0, in: tx)
        let answering = Answering(outbox: Outbox())
        let on = now.adding(seconds: -20 * 86_400)
        try answering.answer(
            [1], of: one, with: try CommentAnswer(.partly, reason: "改为按灶头数分两档，两个灶头以下的每两个月清洗一次。"), by: writer,
            at: on,
            in: tx)
        try answering.answer(
            [2], of: one, with: try CommentAnswer(.adopted, reason: "第三条的过渡期改为六个月。"), by: writer, at: on,
            in: tx)
        try answering.answer(
            [3], of: one,
            with: try CommentAnswer(.rejected, reason: "大气污染防治法第八十一条已经禁止在未配套专用烟道的住宅楼新建餐饮项目，本规定不重复。"),
            by: writer, at: on,
            in: tx)
        try one.put(
            try Passage(
                anchor: "p2", heading: "第二条　净化设施",
                words: "餐饮服务单位应当安装油烟净化设施并保持正常使用，每月清洗一次；两个灶头以下的，每两个月清洗一次。", because: [1]),
            seen: one.revision, by: writer)
        try one.put(
            try Passage(
                anchor: "p3", heading: "第三条　过渡期", words: "本规定施行前已经开业的，应当在六个月内完成改造。", because: [2]),
            seen: one.revision, by: writer)
        try one.revise("吸收第 1、2 条意见", by: head, at: on, in: tx)
        try one.end("三条意见都作了答复，采纳一条，部分采纳一条。修改稿将送区司法局合法性审查，计划下个月提请区政府常务会议审议。", at: on, in: tx)
        try ConsultationStore.update(one, in: tx)
    }

    private func open(
        _ title: String, _ purpose: String, daysAgo: Int, days: Int, _ passages: [(String, String)],
        in tx: Transaction
    ) throws -> Consultation {
        let at = now.adding(seconds: -daysAgo * 86_400)
        let facts = Consultation.Facts(
            title: title, purpose: purpose, closesOn: at.day.adding(days: days), shortReason: nil)
        var one = try Consultation.begin(facts, id: tx.ids.next(), organ: organ, by: writer)
        for (heading, words) in passages {
            try one.put(
                try Passage(anchor: "", heading: heading, words: words), seen: one.revision, by: writer)
        }
        try one.open(by: head, on: at.day, ConsultationRules.current(in: tx))
        try ConsultationStore.insert(one, in: tx)
        try ConsultationStore.update(one, in: tx)
        try VersionStore.insert(one, note: "征求意见稿", by: head.accountID, at: at, in: tx)
        return one
    }

    private func say(
        _ words: String, on anchor: String, _ one: Consultation, _ voice: Int, supportedBy others: [Int] = [],
        in tx: Transaction
    ) throws {
        guard voices.indices.contains(voice) else { return }
        let at = (one.opensOn ?? now.day).startOfDay.adding(seconds: 2 * 86_400 + 33_000 + voice * 7_100)
        let number = try CommentStore.insert(words, on: anchor, of: one, by: voices[voice], at: at, in: tx)
        let id = try CommentStore.comment(number, of: one.id, in: tx).id
        for other in others where voices.indices.contains(other) {
            _ = try CommentStore.support(id, by: voices[other].personID, at: at, in: tx)
        }
    }
}

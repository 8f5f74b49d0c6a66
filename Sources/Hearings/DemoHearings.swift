import Codes
import Files
import Government
import Identity
import Journal
import Storage
import WorkingTime

extension Hearings {
    /// Hearings of every kind for the sample district: to come, drawn with somebody who cannot come, held today, decided on
    /// and cancelled; may run again at any time.
    public static func seedDemo(into database: Database, files: FileStore, at now: Instant) async throws {
        let table = try await DemoTable.receive(into: files, of: database, at: now)
        try await database.write { tx in
            try tx.exclude("demo-hearings")
            guard try HearingStore.list(after: nil, in: tx).items.isEmpty,
                let prices = try DemoHearing("fgj", at: now, in: tx),
                let roads = try DemoHearing("zjj", at: now, in: tx)
            else { return }
            try prices.coming(with: table, files, in: tx)
            try prices.drawn(in: tx)
            try prices.cancelled(in: tx)
            try roads.today(in: tx)
            try prices.decided(in: tx)
        }
    }
}

struct DemoHearing {
    let writer: Actor
    let head: Actor
    let organ: String
    let now: Instant
    let people: [(account: Int64, person: Int64, name: String)]

    init?(_ organ: String, at now: Instant, in tx: Transaction) throws {
        guard let writer = try Accounts.account(named: "officer-\(organ)", on: now.day, in: tx),
            let head = try Accounts.account(named: "head-\(organ)", on: now.day, in: tx)
        else { return nil }
        (self.organ, self.now) = (organ, now)
        self.writer = writer.actor(channel: "demo", address: "", organ: organ)
        self.head = head.actor(channel: "demo", address: "", organ: organ)
        people = try [
            "zhangwei", "chenjing", "liuyuxin", "fenglihua", "zhengguodong", "zhouting", "luojiaming",
            "liangxiuying",
        ].compactMap { name in
            guard let account = try Accounts.account(named: name, on: now.day, in: tx) else { return nil }
            let person = try Registering.person(of: account, in: tx)
            return (account.id, person.id, Masking.name(person.name))
        }
    }

    func coming(with table: StoredFile?, _ files: FileStore, in tx: Transaction) throws {
        var one = try announced(
            "调整管道燃气销售价格听证会",
            "因上游气价上涨，管道燃气公司申请调价。方案一：居民用气第一档每立方米由 3.45 元调为 3.68 元；方案二：调为 3.60 元，差额由财政补贴两年。低保家庭价格不变。",
            at: "区政府第二会议室", daysAhead: 24, announcedAgo: 8, in: tx)
        try register(0..<2, for: one, in: tx)
        try publish(
            "定价方案和成本监审报告", "监审核定单位配气成本 0.62 元/立方米。方案一、方案二的测算过程见附表：居民户均每月分别多支出 4.1 元、2.7 元。", &one, ago: 2,
            enclosing: table, files, in: tx)
        try HearingStore.update(one, in: tx)
    }

    func today(in tx: Transaction) throws {
        var one = try held(
            "端州区老旧小区加装电梯补助办法听证会", "每台补助由 10 万元调为 12 万元，并规定低层住户的补偿协商程序，征求各方意见。", daysAgo: 0, in: tx)
        try speak(
            [("主持人", "听证会现在开始。今天听取加装电梯补助办法的意见。"), ("消费者参加人 1 号", "高层的老人盼着装，补助能不能先付一半？")], one, in: tx)
        one.state = .live
        try HearingStore.update(one, in: tx)
    }

    func decided(in tx: Transaction) throws {
        var one = try held(
            "调整区属公园停车收费听证会", "公园停车场周末一位难求。方案：周末白天由每小时 3 元调为 5 元，首 30 分钟免费，夜间不变。", daysAgo: 40, in: tx)
        try speak(
            [
                ("主持人", "听证会现在开始，先由区发展改革局说明方案。"), ("区发展改革局", "周末白天平均占用率 118%，周转一次要等 40 分钟。"),
                ("消费者参加人 1 号", "带孩子来一次半天，5 元一小时太贵，希望设封顶价。"), ("经营者参加人 2 号", "首 30 分钟免费改为 1 小时，周边小店也能留住客人。"),
            ], one, in: tx)
        one.state = .live
        try one.closeRecord(try RecordStore.lines(of: one.id, in: tx), at: now)
        for (place, own) in try RegistrationStore.signatories(of: one.id, in: tx).enumerated() {
            try RegistrationStore.sign(
                own.id, place == 0 ? .absent : .signed, reason: place == 0 ? "因病请假" : nil,
                at: one.facts.startsAt.adding(seconds: 90_000), in: tx)
        }
        try one.publishRecord(missing: 0, earliest: nil, at: now)
        try one.decide(
            .init(
                title: "关于调整区属公园停车收费的通知（端发改价〔2026〕9 号）",
                taken: "采纳第 3 条，周末白天封顶 20 元；部分采纳第 4 条，首 45 分钟免费。没有采纳降低单价的意见，因为占用率高峰时段超过 110%。",
                lines: [3, 4], on: now.day.adding(days: -20)), lines: [1, 2, 3, 4])
        try HearingStore.update(one, in: tx)
    }

    /// Announced in its time, drawn, and about to be held.
    private func held(_ title: String, _ matter: String, daysAgo: Int, in tx: Transaction) throws
        -> Hearing
    {
        var one = try announced(
            title, matter, at: "区政务服务中心三楼", daysAhead: -daysAgo, announcedAgo: daysAgo + 35, in: tx)
        try register(0..<5, for: one, in: tx)
        try publish("方案说明", "方案、成本测算和外地做法，供参加人会前阅读；测算口径和数据来源见正文各表。", &one, ago: daysAgo + 10, in: tx)
        _ = try Registering.draw(&one, at: one.facts.startsAt.adding(seconds: -9 * 86_400), in: tx)
        return one
    }

    func announced(
        _ title: String, _ matter: String, at place: String, daysAhead: Int, announcedAgo: Int,
        consumers: Int = 3, in tx: Transaction
    ) throws -> Hearing {
        let day = now.day.adding(days: daysAhead)
        let facts = Hearing.Facts(
            title: title, matter: matter, place: place, startsAt: Instant(day: day, hour: 9, minute: 30),
            registerBy: day.adding(days: -12),
            seats: [
                .init(code: "consumer", name: "消费者", seats: consumers),
                .init(code: "operator", name: "经营者", seats: 1),
                .init(code: "expert", name: "专家", seats: 0), .init(code: "observer", name: "旁听", seats: 1),
            ])
        var one = try Hearing.begin(facts, id: tx.ids.next(), organ: organ, by: writer)
        let seed = "demo-\(one.id)"
        try HearingStore.insert(one, in: tx)
        try one.announce(
            by: head, on: now.day.adding(days: -announcedAgo), digest: Draw.digest(of: seed), .delivered)
        try HearingStore.keepSecret(seed, of: one.id, in: tx)
        return one
    }

    func register(_ some: Range<Int>, for one: Hearing, in tx: Transaction) throws {
        let at = (one.announcedOn ?? now.day).startOfDay.adding(seconds: 120_000)
        for place in some where people.indices.contains(place) {
            let role = [1: "operator", 3: "observer"][place] ?? "consumer"
            let person = people[place]
            _ = try RegistrationStore.insert(
                role: role, view: "希望听听各方意见，说说我的看法。", account: person.account, person: person.person,
                name: person.name, of: one.id, at: at.adding(seconds: place * 600), in: tx)
        }
    }
}

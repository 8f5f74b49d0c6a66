import Storage
import WorkingTime

extension ParticipationFigures {
    /// A year of what people spoke of, for the sample district; may run again at any time.
    public static func seedDemo(into database: Database, at now: Instant) async throws {
        try await database.write { tx in
            guard try SpokenStore.last(of: demo, in: tx) == 0 else { return }
            try SpokenStore.insert(past(until: now), from: demo, in: tx)
        }
    }

    private static let demo = "demo"

    /// More in the rainy months, and parking this week.
    private static func past(until now: Instant) -> [Spoken] {
        let said = [
            ("道路和路灯", "城东街道", "路灯不亮，晚上看不清"), ("环境卫生和垃圾", "城西街道", "后巷垃圾桶没有清运"),
            ("噪音扰民", "黄岗街道", "夜间施工噪音扰民"), ("停车和交通", "城东街道", "小学门口停车堵路"),
            ("物业和住房", "睦岗街道", "电梯故障没人修"),
        ]
        var all: [Spoken] = []
        for week in 0..<54 {
            let many = 1 + week % 3 + ((20...30).contains(week) ? 2 : 0)
            for turn in 0..<many {
                let (topic, place, title) = said[(week + turn) % said.count]
                let at = now.adding(seconds: -(week * 7 + 1 + turn) * 86_400)
                all.append(
                    Spoken(key: Int64(all.count + 1), at: at, topic: topic, place: place, title: title))
            }
        }
        for turn in 0..<7 {
            let at = now.adding(seconds: -(turn % 5 + 1) * 70_000)
            all.append(
                Spoken(
                    key: Int64(all.count + 1), at: at, topic: "停车和交通", place: "城东街道",
                    title: "建设路小学门口停车堵路，上学进不去"))
        }
        return all
    }
}

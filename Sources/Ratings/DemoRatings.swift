import Storage
import WorkingTime

extension Ratings {
    /// What people of the sample district said of their visits; may run again at any time.
    public static func seedDemo(into database: Database, at now: Instant) async throws {
        let said: [(organ: String, item: String, grade: Int, reasons: [String])] = [
            ("scjg", "食品经营许可", 5, ["quick"]), ("scjg", "食品经营许可", 4, []), ("scjg", "食品经营许可", 5, ["helpful"]),
            ("scjg", "个体工商户登记", 3, ["unclear"]), ("scjg", "个体工商户登记", 2, ["repeated", "materials"]),
            ("wsjk", "公共场所卫生许可", 5, ["helpful"]), ("wsjk", "公共场所卫生许可", 4, []),
            ("zjj", "城镇污水排入排水管网许可", 4, ["quick"]), ("zjj", "城镇污水排入排水管网许可", 1, ["slow"]),
            ("xfjy", "公众聚集场所消防安全检查", 5, []),
        ]
        try await database.write { tx in
            try tx.exclude("demo-ratings")
            let known = try tx.row("SELECT id FROM service_rating WHERE subject = 'DEMO-0'")
            guard known == nil else { return }
            for (place, one) in said.enumerated() {
                try RatingStore.insert(
                    ServiceRating(
                        id: tx.ids.next(), subject: "DEMO-\(place)", source: .counter, organ: one.organ,
                        item: one.item, place: "综合窗口 \(place % 4 + 1)", grade: one.grade,
                        reasons: one.reasons, words: nil, channel: "code",
                        ratedAt: now.adding(seconds: -86_400 * (place + 1))), in: tx)
            }
        }
    }
}

import Identity
import Storage
import WorkingTime

extension Hotline {
    /// A few entries of the knowledge base for the sample district; may run again at any time.
    ///
    /// - Throws: `StorageError`.
    public func seedDemo(at now: Instant) async throws {
        let known = try await database.read { try $0.row("SELECT id FROM knowledge_entry LIMIT 1") != nil }
        guard !known else { return }
        try await connect(at: now)
        for (organ, category, question, answer) in Self.samples {
            guard let writer = try await account("officer-\(organ)", now),
                let reviewer = try await account("head-\(organ)", now)
            else { continue }
            var text = KnowledgeText()
            (text.category, text.question, text.answer) = (category, question, answer)
            let id = try await knowledge.write(
                text, for: organ, by: writer.actor(channel: "demo", address: ""), at: now)
            try await knowledge.review(
                id, publishes: true, because: "", by: reviewer.actor(channel: "demo", address: ""), at: now)
        }
    }

    /// A telephone exchange that nobody has the token of: who tries the webhook gets one of their own.
    private func connect(at now: Instant) async throws {
        try await database.write { tx in
            let exchange = Exchange(
                id: tx.ids.next(), organ: "zwfw", name: "12345 呼叫中心", issuedBy: "演示", issuedAt: now,
                revokedAt: nil)
            try ExchangeStore.insert(exchange, .random(), in: tx)
        }
    }

    private func account(_ name: String, _ now: Instant) async throws -> Account? {
        try await database.read { try Accounts.account(named: name, on: now.day, in: $0) }
    }

    private static let samples = [
        (
            "rsj", "社保", "灵活就业人员怎样参加养老保险？",
            "带身份证到人社部门服务窗口或者在网上办理，自己选择缴费档次，当场办结。"
        ),
        ("cgj", "市政", "路灯不亮、井盖松动找谁修？", "告诉我们具体位置，由城市管理部门派人处理；有危险的先设置警示。"),
        ("scjg", "消费", "商家不给退款怎么办？", "先留好小票和付款记录，与商家协商；协商不成的，可以向市场监管部门投诉，由其调解。"),
    ]
}

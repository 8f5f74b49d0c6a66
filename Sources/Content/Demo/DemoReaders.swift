import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// What readers of the sample sites found wrong: one correction that was answered, one that waits.
struct DemoReaders: Sendable {
    let database: Database

    /// - Parameter known: the sample articles by their keys.
    func write(_ known: [String: Int64], answeredBy editor: Account, until today: CivilDate) async throws {
        let past = Instant(day: today.adding(days: -6), hour: 10)
        if let id = try await write(
            kind: .outdated, "补助资金在电梯取得使用登记证以后三十日内拨付", "新的决定改成了十五日，这里没有提示。",
            about: known["elevator"], at: past)
        {
            try await corrections().answer(
                id, .adopted, "您说得对。原文上方已经标明部分内容被修改，并链接到修改决定。",
                by: editor.actor(channel: "page", address: ""),
                at: past.adding(seconds: 86_400))
        }
        try await write(
            kind: .word, "每个市场入口都有公平秤", "南门市场的入口没有看到公平秤，请核对。", about: known["market-2"],
            at: Instant(day: today.adding(days: -1), hour: 16))
    }

    private func corrections() throws -> Corrections {
        Corrections(database: database, outbox: Outbox(), book: try InspectionBook())
    }

    /// Gives the number of the correction; nil where the page is not there.
    @discardableResult
    private func write(
        kind: Correction.Kind, _ passage: String, _ words: String, about document: Int64?, at now: Instant
    ) async throws -> Int64? {
        guard let document else { return nil }
        let line = try await database.read { try PublicStore.published([document], in: $0).first }
        guard let path = line?.path else { return nil }
        let reader = Actor(accountID: 0, name: "读者", channel: "page", address: "")
        let draft = try CorrectionDraft(kind: kind.rawValue, passage: passage, words: words)
        let code = try await corrections().receive(draft, about: path, from: reader, at: now)
        return try await database.read { tx in
            try tx.row("SELECT id FROM content_correction WHERE code = \(code)")?.id("id")
        }
    }
}

import Identity
import Messaging
import Refusals
import Storage
import Web
import WorkingTime

/// When in the day a brief is wanted.
enum BriefTime {
    /// Every half hour from six in the morning to ten at night, as minutes after midnight.
    static let minutes = Array(stride(from: 6 * 60, through: 22 * 60, by: 30))

    /// What was chosen: nil for none.
    ///
    /// - Throws: `invalid` for what is not offered.
    static func minute(_ text: String) throws -> Int? {
        guard text != "none" else { return nil }
        guard let minute = minutes.first(where: { words($0) == text }) else {
            throw DomainError.invalid("at", "请选择几点发送，或者不发送。")
        }
        return minute
    }

    static func words(_ minute: Int) -> String {
        let (hour, rest) = (minute / 60, minute % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
    }
}

/// Sends the daily brief: figures and a link, and nothing about anybody.
struct Briefing: Sendable {
    let database: Database
    let outbox: Outbox

    private static let atOnce = 100
    /// Figures that are older say nothing about today.
    private static let freshSeconds = 600

    func send(at now: Instant) async throws {
        try await database.write { tx in
            guard let figures = try FigureStore.figures(in: tx), now - figures.at < Self.freshSeconds else {
                return
            }
            try tx.exclude("cockpit-brief")
            for account in try BriefStore.due(at: now, limit: Self.atOnce, in: tx) {
                // Whoever may no longer look is no longer told.
                if try Accounts.account(account, on: now.day, in: tx)?.may(.readCockpit) == true {
                    try outbox.enqueue(
                        to: account, about: CockpitPath.cockpit, figures.brief, at: now, in: tx)
                }
                try BriefStore.sent(account, for: now.day, in: tx)
            }
        }
    }
}

extension CockpitFigures {
    /// The brief. Where the page stands says the way it goes: in-site a link, in a mail the whole address.
    var brief: Sentence {
        let rising = rises.first.map { "\($0.name)（\($0.now) 件）" } ?? "无"
        return
            "每日简报：超期 \(overdue) 件，即将到期 \(nearly) 件，红牌 \(red) 张，督办超期 \(orders) 项，上升最快的事项：\(rising)。详见 \("「\(CockpitPage.title)」")"
    }
}

/// The SQL of who wants the brief.
enum BriefStore {
    /// When an account wants it; nil when it does not.
    static func minute(of account: Int64, in tx: Transaction) throws -> Int? {
        try tx.row("SELECT at_minute FROM cockpit_brief WHERE account_id = \(account)")?.int("at_minute")
    }

    /// Whoever chooses a time that is past today is told from tomorrow on.
    static func put(_ minute: Int?, of account: Int64, today: CivilDate, _ tx: Transaction) throws {
        guard let minute else {
            return try tx.send("DELETE FROM cockpit_brief WHERE account_id = \(account)")
        }
        try tx.send(
            """
            INSERT INTO cockpit_brief (account_id, at_minute, sent_for) VALUES (\(account), \(minute), \(today))
            ON CONFLICT (account_id) DO UPDATE SET at_minute = excluded.at_minute
            """)
    }

    /// Whose time has come today.
    static func due(at now: Instant, limit: Int, in tx: Transaction) throws -> [Int64] {
        try tx.rows(
            """
            SELECT account_id FROM cockpit_brief
            WHERE at_minute <= \(now.hour * 60 + now.minute) AND (sent_for IS NULL OR sent_for < \(now.day))
            ORDER BY account_id LIMIT \(limit)
            """
        ).map { try $0.id("account_id") }
    }

    static func sent(_ account: Int64, for day: CivilDate, in tx: Transaction) throws {
        try tx.send("UPDATE cockpit_brief SET sent_for = \(day) WHERE account_id = \(account)")
    }
}

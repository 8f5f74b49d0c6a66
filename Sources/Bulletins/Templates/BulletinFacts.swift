import DecisionModel
import Foundation
import WorkingTime

/// What templates may say: each fact by its name, as a number for conditions and as words for sentences.
struct BulletinFacts: Sendable {
    private(set) var values: Variables = [:]
    private(set) var words: [String: String] = [:]
    private let figures: BulletinFigures
    private let period: BulletinPeriod

    /// The figures that are named in sentences, each with how it compares: `filed`, `filed_compared`.
    private static let named = [
        "filed", "closed", "promised_ended", "promised_kept", "promised_late", "legal_late", "supplements",
        "warnings", "yellow_cards", "red_cards", "orders_due", "orders_late", "rated", "unsatisfied",
        "requests_ended", "requests_unsolved",
    ]
    /// Shares: what of what.
    private static let shares = [
        ("on_time", "promised_kept", "promised_ended"), ("satisfied", "satisfied", "rated"),
        ("solved", "requests_solved", "requests_said"),
    ]

    init(_ figures: BulletinFigures, _ period: BulletinPeriod) {
        (self.figures, self.period) = (figures, period)
        say("period", period.chinese)
        say("previous", period.previousWord)
        values["frozen"] = .bool(figures.frozen)
        values["empty"] = .bool(figures.isEmpty)
        values["compared"] = .bool(figures.previous != nil)
        for name in Self.named { count(name) }
        for (name, part, whole) in Self.shares { share(name, part, whole) }
        number("missing_months", figures.missingMonths)
        tellOrgans()
        tellSignals()
        tellStanding()
    }

    /// Names that sentences and conditions may use.
    static let names: Set<String> = {
        let empty = BulletinFacts(BulletinFigures(period: ""), BulletinPeriod(.month, of: .first))
        return Set(empty.values.keys).union(empty.words.keys)
    }()

    private mutating func say(_ name: String, _ text: String) {
        (words[name], values[name]) = (text, .string(text))
    }

    private mutating func number(_ name: String, _ value: Int) {
        (words[name], values[name]) = (String(value), .number(Decimal(value)))
    }

    private mutating func count(_ name: String) {
        let now = figures[name]
        number(name, now)
        let unit = name.hasSuffix("cards") ? "张" : "件"
        let parts = [
            figures.previous.map { Comparing.count(now, $0[name] ?? 0, period.previousWord, unit) },
            figures.lastYear.map { Comparing.count(now, $0[name] ?? 0, "上年同期", unit) },
        ]
        say("\(name)_compared", parts.compactMap { $0.map { "，\($0)" } }.joined())
    }

    private mutating func share(_ name: String, _ part: String, _ whole: String) {
        let permille = Comparing.permille(figures.totals, part, whole)
        values["\(name)_permille"] = permille.map { .number(Decimal($0)) } ?? .null
        words["\(name)_permille"] = permille.map(String.init) ?? ""
        say("\(name)_rate", permille.map(Comparing.percent) ?? "—")
        let parts = [(figures.previous, period.previousWord), (figures.lastYear, "上年同期")].compactMap {
            totals, word in
            totals.flatMap { Comparing.permille($0, part, whole) }.flatMap { before in
                permille.map { "，\(Comparing.share($0, before, word))" }
            }
        }
        say("\(name)_compared", parts.joined())
    }

    private mutating func tellOrgans() {
        let ranked = figures.ranked
        number("organs", ranked.count)
        // With few organs nobody stands at both ends.
        let ends = min(3, ranked.count / 2)
        say("best", Comparing.names(ranked.prefix(ends)) { "\(Comparing.points($0.points)) 分" })
        say("slowest", Comparing.names(ranked.suffix(ends).reversed()) { "\(Comparing.points($0.points)) 分" })
        let moved = ranked.filter { $0.before != nil }.sorted { ($1.rise, $0.key) < ($0.rise, $1.key) }
        say(
            "improved",
            Comparing.names(moved.filter { $0.rise > 0 }.prefix(3)) { "升 \(Comparing.points($0.rise)) 分" })
        say(
            "worsened",
            Comparing.names(moved.reversed().filter { $0.rise < 0 }.prefix(3)) {
                "降 \(Comparing.points(-$0.rise)) 分"
            })
        for (name, figure, unit) in [
            ("late_organs", "promised_late", "件"), ("red_organs", "red_cards", "张"),
            ("order_organs", "orders_late", "项"),
        ] {
            let most = figures.organs.filter { $0.amounts[figure] ?? 0 > 0 }
                .sorted { ($1.amounts[figure] ?? 0, $0.key) < ($0.amounts[figure] ?? 0, $1.key) }
            say(name, Comparing.names(most.prefix(3)) { "\($0.amounts[figure] ?? 0) \(unit)" })
        }
        let remarks = figures.organs.filter { !$0.remark.isEmpty }.map { "\($0.name)\($0.remark)" }
        say("remarks", remarks.joined(separator: "；"))
    }

    private mutating func tellSignals() {
        let kinds = figures.signals.filter { $0.count > 0 }.sorted {
            ($1.count, $0.name) < ($0.count, $1.name)
        }
        number("signals", kinds.reduce(0) { $0 + $1.count })
        // Of the same signals: cards are counted by the month too, and some months came as sums without signals.
        for level in ["yellow", "red"] {
            number("signals_\(level)", kinds.reduce(0) { $0 + ($1.level == level ? $1.count : 0) })
        }
        number("signals_withdrawn", figures.signals.reduce(0) { $0 + $1.withdrawn })
        number("signals_issued", figures.signals.reduce(0) { $0 + $1.count + $1.withdrawn })
        let pending = figures.signals.reduce(0) { $0 + $1.pending }
        number("cards_pending", pending)
        say("cards_pending_words", pending == 0 ? "" : "（其中 \(pending) 张还在申诉期内或者申诉中）")
        say("signal_kinds", kinds.prefix(5).map { "\($0.name) \($0.count) 条" }.joined(separator: "、"))
    }

    private mutating func tellStanding() {
        let standing = figures.standing
        number("open", standing?.open ?? 0)
        number("overdue", standing?.overdue ?? 0)
        say("standing_at", standing?.at.chinese ?? "")
    }
}

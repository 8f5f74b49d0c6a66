import Refusals

/// When a hall is open on a day: stretches in minutes since midnight, one after the other.
struct OpeningHours: Sendable, Hashable {
    struct Stretch: Sendable, Hashable {
        let from: Int
        let until: Int
    }

    let stretches: [Stretch]

    static let closed = OpeningHours(stretches: [])

    private init(stretches: [Stretch]) { self.stretches = stretches }

    /// Reads `09:00-12:00 14:00-17:30`; nothing at all is closed.
    /// - Throws: `invalid` for what is no time, or not in order.
    init(_ text: String, field: String) throws {
        let parts = text.split { $0.isWhitespace || "，、,；;".contains($0) }
        let stretches = parts.compactMap(Self.stretch)
        guard stretches.count == parts.count else {
            throw DomainError.invalid(field, "请按“09:00-12:00 14:00-17:30”的写法填写开放时间，不开放就留空。")
        }
        let edges = stretches.flatMap { [$0.from, $0.until] }
        guard zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw DomainError.invalid(field, "开放时间须从早到晚，互不重叠。")
        }
        self.stretches = stretches
    }

    /// `09:00-12:00 14:00-17:30`.
    var text: String { written("-", " ") }

    /// `09:00—12:00、14:00—17:30`, or `不开放`.
    var chinese: String { stretches.isEmpty ? "不开放" : written("—", "、") }

    func isOpen(at minute: Int) -> Bool { stretches.contains { $0.from <= minute && minute < $0.until } }

    /// Whether tickets are given out: from half an hour before it opens.
    func givesTickets(at minute: Int) -> Bool {
        stretches.contains { $0.from - 30 <= minute && minute < $0.until }
    }

    private func written(_ dash: String, _ gap: String) -> String {
        stretches.map { Self.clock($0.from) + dash + Self.clock($0.until) }.joined(separator: gap)
    }

    /// `09:30`.
    static func clock(_ minute: Int) -> String {
        [minute / 60, minute % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
    }

    private static func stretch(_ text: Substring) -> Stretch? {
        let ends = text.split { "-—–~至".contains($0) }.compactMap(minute)
        return ends.count == 2 ? Stretch(from: ends[0], until: ends[1]) : nil
    }

    private static func minute(_ text: Substring) -> Int? {
        let parts = text.split { ":：".contains($0) }.map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...24).contains(hour),
            (0..<60).contains(minute), hour < 24 || minute == 0
        else { return nil }
        return hour * 60 + minute
    }
}

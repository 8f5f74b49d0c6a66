import Refusals

/// When people work on a working day: spans of it, the earlier first.
public struct OfficeHours: Sendable, Hashable, Codable {
    /// The usual hours: half past eight to twelve, half past two to half past five.
    public static let usual = OfficeHours(spans: [.init(510, 720), .init(870, 1_050)])
    /// Day and night.
    public static let always = OfficeHours(spans: [.init(0, 1_440)])
    private static let mostSpans = 4

    /// A stretch of the day, in minutes since midnight.
    public struct Span: Sendable, Hashable, Codable {
        /// When it begins.
        public let from: Int
        /// When it ends.
        public let until: Int

        init(_ from: Int, _ until: Int) { (self.from, self.until) = (from, until) }
    }

    /// The spans, the earlier first.
    public let spans: [Span]

    init(spans: [Span]) { self.spans = spans }

    /// Hours as people write them: `08:30-12:00, 14:30-17:30`.
    ///
    /// - Throws: `invalid` for the field `hours` when they cannot be read, or overlap.
    public init(_ text: String) throws {
        let parts = text.replacing("，", with: ",").replacing("：", with: ":").split(separator: ",")
        let spans = parts.compactMap(Self.span)
        let isInOrder = zip(spans, spans.dropFirst()).allSatisfy { $0.until <= $1.from }
        guard !spans.isEmpty, spans.count == parts.count, spans.count <= Self.mostSpans, isInOrder else {
            throw DomainError.invalid("hours", "请按“08:30-12:00, 14:30-17:30”的样子填写办公时间，前后不要重叠。")
        }
        self.spans = spans
    }

    private static func span(_ text: Substring) -> Span? {
        let ends = text.split(separator: "-").map(minutes)
        guard ends.count == 2, let from = ends[0], let until = ends[1], from < until else { return nil }
        return Span(from, until)
    }

    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.filter { !$0.isWhitespace }.split(separator: ":")
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]) else { return nil }
        guard (0...24).contains(hour), (0..<60).contains(minute), hour * 60 + minute <= 1_440 else {
            return nil
        }
        return hour * 60 + minute
    }

    /// As people write them.
    public var words: String {
        spans.map { "\(Self.clock($0.from))-\(Self.clock($0.until))" }.joined(separator: ", ")
    }

    private static func clock(_ minutes: Int) -> String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        return (hour < 10 ? "0" : "") + "\(hour)" + (minute < 10 ? ":0" : ":") + "\(minute)"
    }
}

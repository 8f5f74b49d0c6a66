/// A stretch in which a clock does not run, for a reason the law gives: 听证、检验、检测、鉴定、专家评审
/// (行政许可法 art. 45), 补正, a third party's opinion.
public struct Pause: Codable, Sendable, Hashable {
    /// When the clock was stopped.
    public let from: Instant
    /// When it went on; nil while it is still stopped.
    public let until: Instant?
    /// Why, as it is shown in the working: `现场核查`.
    public let reason: String

    /// A stop of the clock.
    public init(from: Instant, until: Instant? = nil, reason: String) {
        self.from = from
        self.until = until
        self.reason = reason
    }

    /// Whether the clock stands still on a whole day. The day on which it was stopped still counts; the day
    /// on which it goes on does not, as no clock counts the day it starts.
    func excludes(_ day: CivilDate) -> Bool {
        from.day < day && until.map { day <= $0.day } ?? true
    }

    /// Whether a moment lies within the stop.
    func contains(_ moment: Instant) -> Bool { from <= moment && until.map { moment < $0 } ?? true }
}

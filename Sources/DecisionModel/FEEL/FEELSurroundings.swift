/// What an expression may ask besides its variables; the caller hands it in, so that a test can.
public struct FEELSurroundings: Sendable {
    /// The moment that `now()` and `today()` tell, in milliseconds since 1970 UTC; they are `null` without it.
    public var nowMilliseconds: Int64?
    /// How far local time is ahead of UTC, in minutes: 480 in China.
    public var offsetMinutes: Int
    /// Which days are worked; the working-day functions are `null` without it.
    public var isWorkingDay: (@Sendable (FEELDate) -> Bool)?
    /// How much an evaluation may cost.
    public var limits: FEELLimits

    /// Neither clock nor calendar.
    public static let none = FEELSurroundings()

    /// What an expression may ask.
    ///
    /// - Parameter isWorkingDay: whether offices work on a day; with `WorkingTime` it is
    ///   `{ calendar.isWorkingDay(epoch.adding(days: $0.daysSince1970)) }`.
    public init(
        nowMilliseconds: Int64? = nil, offsetMinutes: Int = 480,
        isWorkingDay: (@Sendable (FEELDate) -> Bool)? = nil, limits: FEELLimits = .default
    ) {
        self.nowMilliseconds = nowMilliseconds
        self.offsetMinutes = offsetMinutes
        self.isWorkingDay = isWorkingDay
        self.limits = limits
    }
}

/// How much an evaluation may cost before it is stopped.
public struct FEELLimits: Sendable, Hashable {
    /// Terms evaluated, members of lists made, pieces of text made, days walked: each is a step.
    public var steps: Int
    /// How deep terms and calls may be inside each other.
    public var depth: Int

    /// 100,000 steps, a few hundredths of a second; 150 levels.
    public static let `default` = FEELLimits(steps: 100_000, depth: 150)

    /// Limits of one's own.
    public init(steps: Int, depth: Int) {
        self.steps = steps
        self.depth = depth
    }
}

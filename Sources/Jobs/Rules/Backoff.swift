/// How long a job that failed waits before it is tried again, and when it is set aside.
public enum Backoff {
    /// After so many tries without a committed step a job is set aside.
    public static let attemptLimit = 8

    private static let delaysSeconds = [10, 30, 120, 600, 3_600, 10_800, 21_600]

    /// The wait after so many failed tries, in seconds: 10 s, 30 s, 2 min, 10 min, 1 h, 3 h, 6 h.
    ///
    /// - Parameter jitter: 0 to 1, at random: a tenth less to a tenth more, so that what failed together does not
    ///   come back together.
    public static func delaySeconds(attempt: Int, jitter: Double) -> Int {
        let delay = delaysSeconds[min(max(attempt, 1), delaysSeconds.count) - 1]
        return Int((Double(delay) * (0.9 + 0.2 * min(max(jitter, 0), 1))).rounded())
    }
}

/// How long sessions last.
public struct SessionRules: Sendable, Hashable {
    /// After how long without a request a staff session ends, in seconds.
    public let staffIdleSeconds: Int
    /// The same for a citizen, who gathers papers between two pages.
    public let citizenIdleSeconds: Int
    /// After how long any session ends, used or not, in seconds.
    public let absoluteSeconds: Int
    /// After how long a session at a kiosk ends, used or not, in seconds: the next person is waiting.
    public let kioskSeconds: Int

    /// Rules of an installation's own.
    public init(
        staffIdleSeconds: Int, citizenIdleSeconds: Int, absoluteSeconds: Int, kioskSeconds: Int = 10 * 60
    ) {
        self.staffIdleSeconds = staffIdleSeconds
        self.citizenIdleSeconds = citizenIdleSeconds
        self.absoluteSeconds = absoluteSeconds
        self.kioskSeconds = kioskSeconds
    }

    /// Fifteen idle minutes for staff (GB/T 22239 8.1.4.1 b), two hours for citizens, twelve hours in all.
    public static let standard = SessionRules(
        staffIdleSeconds: 15 * 60, citizenIdleSeconds: 2 * 3_600, absoluteSeconds: 12 * 3_600)

    /// Eight hours whatever happens, so that a demonstration is not interrupted.
    public static let demo = SessionRules(
        staffIdleSeconds: 8 * 3_600, citizenIdleSeconds: 8 * 3_600, absoluteSeconds: 8 * 3_600)
}

import Refusals
import WorkingTime

/// How a request came in; the day on which it counts as received follows from it (政府信息公开条例 (2019) art. 31).
public enum Submission: String, Codable, Sendable, CaseIterable {
    /// 当面提交.
    case counter
    /// 挂号信、特快专递: post that is signed for.
    case signedPost = "signed_post"
    /// 平常信函: post that nobody signs for.
    case post
    /// 网上提交.
    case web
    /// 传真.
    case fax

    /// The word a person reads.
    public var chinese: String {
        switch self {
        case .counter: "当面提交"
        case .signedPost: "需要签收的邮寄"
        case .post: "平常信函"
        case .web: "网上提交"
        case .fax: "传真"
        }
    }

    /// What the day to be entered is.
    public var dayMeaning: String {
        switch self {
        case .counter: "提交之日"
        case .signedPost: "签收之日"
        case .post: "与申请人电话确认之日"
        case .web, .fax: "双方确认之日"
        }
    }

    /// Whether the day is known when it is entered; otherwise it is that of the confirmation.
    public var isDayKnown: Bool { self != .web }

    /// What a clerk takes in: all but what comes through the page.
    public static let takenIn = allCases.filter { $0 != .web }

    /// From when the limit runs.
    ///
    /// - Parameters:
    ///   - day: the day of handing in, signing or confirming; not for the web.
    ///   - now: when it is entered.
    /// - Returns: `nil` where it is the day of a confirmation that is still to come.
    /// - Throws: `invalid` for a day that is missing, still to come, or so long ago that it is a slip.
    public func receivedAt(_ day: CivilDate?, now: Instant) throws -> Instant? {
        guard isDayKnown else { return nil }
        if self == .counter { return now }
        guard let day else { throw DomainError.invalid("received_on", "请填写\(dayMeaning)。") }
        guard day <= now.day else { throw DomainError.invalid("received_on", "\(dayMeaning)不能晚于今天。") }
        guard now.day.days(since: day) <= Self.longestDays else {
            throw DomainError.invalid("received_on", "\(dayMeaning)距今超过 \(Self.longestDays) 天，请核对。")
        }
        return day == now.day ? now : Instant(day: day, hour: 12)
    }

    /// A letter that lay longer is one with a wrong day.
    static let longestDays = 60
}

/// What can be unusual about what the journal tells.
enum Pattern: String, Sendable, Hashable, CaseIterable {
    /// One officer reads very many cases within an hour.
    case hourlyReading = "hourly_reading"
    /// One officer reads very many cases in a day.
    case dailyReading = "daily_reading"
    /// One officer sees the whole numbers of very many people.
    case dailyDisclosure = "daily_disclosure"
    /// One officer reads cases at night or on a day off.
    case offHours = "off_hours"
    /// Many staff accounts sign in from one address.
    case sharedTerminal = "shared_terminal"
    /// Very many sign-ins fail for one account.
    case accountFailures = "account_failures"
    /// Very many sign-ins fail from one address.
    case addressFailures = "address_failures"
    /// An officer saw whole numbers and then did nothing in the case.
    case idleDisclosure = "idle_disclosure"
    /// An officer reads a case of their own on the desk.
    case selfDealing = "self_dealing"

    /// What it is called.
    var chinese: String {
        switch self {
        case .hourlyReading: "短时间大量查看"
        case .dailyReading: "一天内大量查看"
        case .dailyDisclosure: "大量查看未遮挡信息"
        case .offHours: "工作时间以外查看"
        case .sharedTerminal: "同一终端多个账号"
        case .accountFailures: "账号多次登录失败"
        case .addressFailures: "地址多次登录失败"
        case .idleDisclosure: "查看未遮挡信息后没有办理"
        case .selfDealing: "查看本人的办件"
        }
    }

    /// What is counted, with the number.
    func words(_ count: Int) -> String {
        switch self {
        case .hourlyReading, .dailyReading, .offHours: "查看了 \(count) 件办件"
        case .dailyDisclosure: "查看了 \(count) 件办件的未遮挡信息"
        case .sharedTerminal: "\(count) 个账号登录"
        case .accountFailures, .addressFailures: "失败 \(count) 次"
        case .idleDisclosure: "之后没有办理动作"
        case .selfDealing: "查看了本人申请的办件"
        }
    }
}

/// Something that counts towards a pattern.
struct Observation: Sendable, Hashable {
    let pattern: Pattern
    /// Whom and which span of time it counts for.
    let key: String
    /// What is counted once however often it comes: a case, an account, an entry.
    let member: String
    /// From how many on it is unusual.
    let threshold: Int
}

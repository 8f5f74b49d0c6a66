/// How a request is handled: by the hotline's ticket, or by the law of petitions.
public enum Track: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
    /// 12345 热线工单.
    case ticket
    /// 信访事项 (信访工作条例).
    case petition

    /// The word a person reads.
    var chinese: String { self == .ticket ? "热线工单" : "信访事项" }
}

/// What a request is about, with whoever is responsible for that (Open311: a service).
public struct RequestCategory: Codable, Sendable, Hashable {
    /// Its code, the service code of Open311.
    public let code: String
    /// Its name.
    public let name: String
    /// How it is handled.
    public let track: Track
    /// Key of the organ responsible, or ``street``: that of the place.
    public let organ: String
    /// Whether it may be said without a name.
    public let anonymous: Bool?
    /// Whether the identity of whoever says it is protected from all but the office that takes it in.
    public let protects: Bool?
    /// Whether somebody claims something of their own (申诉求决, 信访工作条例 art. 31), which an opinion settles that can be
    /// reviewed; no for advice and accusations (arts. 29, 30), which are answered. Claims unless it is said.
    public let claims: Bool?
    /// Words that point to it.
    public let words: [String]

    /// The organ of a category for which the street is responsible.
    static let street = "street"

    /// Whether an opinion settles what is said about it.
    var isClaim: Bool { claims != false }
    /// Whether no name need be given.
    var allowsAnonymous: Bool { anonymous == true }
    /// Whether the identity is protected.
    var isProtected: Bool { protects == true }
}

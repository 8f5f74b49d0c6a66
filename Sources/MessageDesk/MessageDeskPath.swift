/// Where the desk of messages stands.
enum MessageDeskPath {
    static let deliveries = "/desk/messages"
    static let templates = "/desk/message-templates"
    static let programs = "/desk/message-programs"

    /// One delivery.
    static func delivery(_ id: String) -> String { "\(deliveries)/\(id)" }

    /// Where it is sent once more.
    static func resending(_ id: String) -> String { "\(deliveries)/\(id)/resending" }

    /// One template of the house.
    static func template(_ key: String) -> String { "\(templates)/\(key)" }

    /// Where it gets back to what was delivered.
    static func handingBack(_ key: String) -> String { "\(templates)/\(key)/return" }

    /// One program.
    static func program(_ id: String) -> String { "\(programs)/\(id)" }

    /// A part of a program: `approval`, `ending`, `keys`, `templates`.
    static func part(_ id: String, _ part: String) -> String { "\(programs)/\(id)/\(part)" }

    /// Where a key is taken back.
    static func revocation(_ id: String, _ key: String) -> String {
        "\(programs)/\(id)/keys/\(key)/revocation"
    }
}

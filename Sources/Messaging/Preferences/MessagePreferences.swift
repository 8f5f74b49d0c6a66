import Refusals

/// By which ways a person wants to be told what, and when not.
public struct MessagePreferences: Sendable, Hashable {
    /// When nothing is sent that can wait; nil: at any hour.
    public private(set) var quiet: QuietHours?
    /// What the person does not want: `progress/sms`.
    private(set) var refused: Set<String>

    /// What counts for a person who has said nothing: everything by every way, but not at night.
    public static let delivered = MessagePreferences(quiet: .delivered, refused: [])

    init(quiet: QuietHours?, refused: Set<String>) { (self.quiet, self.refused) = (quiet, refused) }

    /// Whether messages of this kind go this way. What the law demands to be told goes by SMS whatever was switched off.
    public func wants(_ kind: MessageKind, by way: OutwardChannel) -> Bool {
        Self.isFixed(kind, by: way) || !refused.contains(Self.key(kind, way))
    }

    /// Whether a person cannot switch it off.
    public static func isFixed(_ kind: MessageKind, by way: OutwardChannel) -> Bool {
        kind.isBinding && way == .sms
    }

    /// Says what is wanted.
    ///
    /// - Parameter wanted: for each kind the ways; a kind that is missing is wanted by none.
    /// - Throws: `invalid` for a kind that cannot be switched off.
    public mutating func choose(
        _ wanted: [MessageKind: Set<OutwardChannel>], quiet: QuietHours?
    ) throws {
        var refused: Set<String> = []
        for kind in MessageKind.allCases {
            for way in OutwardChannel.allCases where wanted[kind]?.contains(way) != true {
                guard !Self.isFixed(kind, by: way) else {
                    throw DomainError.invalid("kind_\(kind.rawValue)", "「\(kind.chinese)」的短信不能关闭。")
                }
                refused.insert(Self.key(kind, way))
            }
        }
        (self.refused, self.quiet) = (refused, quiet)
    }

    private static func key(_ kind: MessageKind, _ way: OutwardChannel) -> String {
        "\(kind.rawValue)/\(way.rawValue)"
    }
}

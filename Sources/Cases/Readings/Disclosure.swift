import Refusals

/// What an officer is shown of people's data: numbers, telephones and addresses stay hidden until somebody says what
/// they need them for (个人信息保护法 art. 6: no more than the purpose needs).
public enum Disclosure: Sendable, Hashable {
    /// Hidden; with what was wrong about the reason that was given.
    case masked(error: Sentence?)
    /// Shown, for this reason; the journal has it.
    case whole(reason: String)
    /// Shown at once, because the grants of the post say so; the journal has it.
    case plain

    /// The longest reason, in characters.
    public static let longestReason = 200

    /// What is shown for a reason somebody gives.
    public init(asking reason: String) {
        guard !reason.allSatisfy(\.isWhitespace) else { self = .masked(error: "请写明查看的用途。"); return }
        guard reason.count <= Self.longestReason else {
            self = .masked(error: "最多 \(Self.longestReason) 字，请精简。")
            return
        }
        self = .whole(reason: reason)
    }

    /// Whether nothing is hidden.
    public var isWhole: Bool { if case .masked = self { false } else { true } }

    /// What somebody needs the whole of it for.
    public var purpose: String? { if case .whole(let reason) = self { reason } else { nil } }

    /// What the journal says of the reading, and how.
    public var journal: (action: String, words: String) {
        if case .whole(let reason) = self { return ("case.disclosed", "查看了未遮挡的个人信息，用途：\(reason)") }
        if self == .plain { return ("case.disclosed", "按岗位权限查看了未遮挡的个人信息。") }
        return ("case.read", "查看了办件材料。")
    }
}

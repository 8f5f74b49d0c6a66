/// Where a person finds their messages; several modules lead there.
public enum MessagePath {
    /// The inbox.
    public static let inbox = "/my/messages"
    /// How and when a person wants to be told.
    public static let preferences = "/my/message-preferences"

    /// By which ways one message went, and how far it came.
    public static func message(_ id: String) -> String { "\(inbox)/\(id)" }
}

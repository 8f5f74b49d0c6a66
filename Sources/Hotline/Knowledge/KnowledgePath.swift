/// The addresses of what is known, written once.
public enum KnowledgePath {
    /// Everything, for officers.
    public static let desk = "/desk/knowledge"
    /// Where an entry is written.
    static let new = "/desk/knowledge-new"
    /// What everybody may read.
    public static let questions = "/faq"
    /// An entry.
    static func entry(_ id: String) -> String { "\(desk)/\(id)" }
    /// Where something is done with it: `versions`, `review`, `retirement`, `feedback`.
    static func entry(_ id: String, _ part: String) -> String { "\(entry(id))/\(part)" }
}

import Desk

/// The addresses of acting for relatives (代亲友办事).
enum RelativePath {
    /// For whom one acts, and who acts for oneself; a post asks for one more.
    static let relatives = "/my/relatives"
    /// The form for one more.
    static let new = "/my/relatives/new"
    /// Where a clerk records them.
    static let desk = DeskPath.relatives
    /// Where a clerk looks up those of a person.
    static let lookUp = "\(DeskPath.relatives)/look-up"

    /// The matters of one relative.
    static func relative(_ id: String) -> String { "\(relatives)/\(id)" }
    /// Where the other one agrees.
    static func agreement(_ id: String) -> String { "\(relatives)/\(id)/agreement" }
    /// Where a code is sent to the other one's telephone.
    static func code(_ id: String) -> String { "\(relatives)/\(id)/code" }
    /// Where the code is entered.
    static func confirmation(_ id: String) -> String { "\(relatives)/\(id)/confirmation" }
    /// Where either side ends it.
    static func ending(_ id: String) -> String { "\(relatives)/\(id)/ending" }
    /// Where a clerk ends it.
    static func deskEnding(_ id: String) -> String { "\(desk)/\(id)/ending" }
}

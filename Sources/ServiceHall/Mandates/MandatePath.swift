/// The addresses of mandates (授权办事).
enum MandatePath {
    /// What one was authorised to do, and the enterprises one represents.
    static let mandates = "/my/mandates"

    /// Whom an enterprise has authorised; a post authorises one more.
    static func enterprise(_ code: String) -> String { "/my/enterprises/\(code)/mandates" }
    /// The form for one more.
    static func new(_ code: String) -> String { "/my/enterprises/\(code)/mandates/new" }
    /// Giving one up, or taking it back.
    static func ending(_ id: String) -> String { "/my/mandates/\(id)/ending" }
}

/// The addresses that lead to a case and to what belongs to it, the same for applicants and for officers.
public enum CasePath {
    /// The applicant's page of a case (办件进度); officers are sent on to their desk.
    public static func progress(_ number: String) -> String { "/cases/\(number)" }
    /// A material that was handed in.
    public static func file(_ id: Int64) -> String { "/files/\(id)" }
    /// An issued document as a page.
    public static func document(_ code: String) -> String { "/documents/\(code)" }
    /// An issued document as PDF.
    public static func pdf(_ code: String) -> String { "/documents/\(code).pdf" }
    /// The public check of an issued document (公开核验).
    public static func verification(_ code: String) -> String { "/verify/\(code)" }
    /// What proves that a case was filed (存证).
    public static func proof(_ number: String) -> String { "/cases/\(number)/proof" }
    /// The days of a case, for a calendar program.
    public static func calendar(_ number: String) -> String { "/cases/\(number)/calendar.ics" }
    /// Where somebody lets a relative follow a case.
    public static func following(_ number: String) -> String { "/my/follows/new?case=\(number)" }
    /// Who follows one's cases, and whose one follows.
    public static let follows = "/my/follows"
    /// The addresses one has given to calendar programs.
    public static let calendars = "/my/calendars"
}

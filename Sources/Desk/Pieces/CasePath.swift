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
}

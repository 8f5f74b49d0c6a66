/// The addresses of the core API, each written once: mounted, linked and tested from here.
enum APIPath {
    private static let root = "/api/v1"

    static let files = "\(root)/files"
    static let file = "\(root)/files/{id}"
    static let cases = "\(root)/cases"
    static let singleCase = "\(root)/cases/{number}"
    static let tasks = "\(root)/tasks"
    static let task = "\(root)/tasks/{id}"
    static let messages = "\(root)/messages"

    /// What belongs to one case: its progress, or something added to it.
    static func ofCase(_ name: String) -> String { "\(singleCase)/\(name)" }

    /// What is added to one task.
    static func ofTask(_ name: String) -> String { "\(task)/\(name)" }

    /// The page of an issued document, as a file.
    static func document(_ code: String) -> String { "/documents/\(code).pdf" }

    /// Where anybody checks a document by the code printed on it.
    static func verification(_ code: String) -> String { "/verify/\(code)" }
}

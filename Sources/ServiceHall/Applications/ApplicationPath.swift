import Services

/// The addresses of an application from its start to its receipt.
enum ApplicationPath {
    static let start = "/applications"
    static let draft = "/applications/{id}"
    static let page = "/applications/{id}/pages/{page}"
    static let materials = "/applications/{id}/materials"
    static let materialRemoval = "/applications/{id}/materials/{requirement}/{file}/removal"
    static let licence = "/applications/{id}/licences/{requirement}"
    static let check = "/applications/{id}/check"
    static let submission = "/applications/{id}/submission"
    static let precheck = "/applications/{id}/precheck"
    static let removal = "/applications/{id}/removal"
    static let scansRoute = "/applications/{id}/scans"
    static let scanRemoval = "/applications/{id}/scans/{file}/removal"
    static let confirmationRoute = "/applications/{id}/confirmation"
    static let confirmationCodeRoute = "/applications/{id}/confirmation-code"

    /// The applicant's own matters, where drafts are found again.
    static let my = "/my/cases"

    static func draft(_ id: Int64) -> String { "/applications/\(id)" }
    static func materials(_ id: Int64) -> String { "\(draft(id))/materials" }
    /// Where a licence takes the place of an upload.
    static func licence(_ id: Int64, _ requirement: String) -> String {
        "\(draft(id))/licences/\(requirement)"
    }
    static func check(_ id: Int64) -> String { "\(draft(id))/check" }
    static func submission(_ id: Int64) -> String { "\(draft(id))/submission" }
    static func precheck(_ id: Int64) -> String { "\(draft(id))/precheck" }
    /// Where a scan is taken for a material.
    static func scans(_ id: Int64) -> String { "\(draft(id))/scans" }
    static func scanRemoval(_ id: Int64, _ file: Int64) -> String { "\(scans(id))/\(file)/removal" }
    /// Where the applicant's yes is recorded at the counter.
    static func confirmation(_ id: Int64) -> String { "\(draft(id))/confirmation" }
    static func confirmationCode(_ id: Int64) -> String { "\(draft(id))/confirmation-code" }
    static func removal(_ id: Int64) -> String { "\(draft(id))/removal" }

    /// A page of questions, counted from 1; `returning` leads back to the check page.
    static func page(_ id: Int64, _ number: Int, returning: Bool = false) -> String {
        "\(draft(id))/pages/\(number)\(returning ? "?return=check" : "")"
    }

    /// The first page of a draft that was begun earlier, which says so.
    static func resumption(_ id: Int64) -> String { "\(page(id, 1))?resumed=1" }

    static func materialRemoval(_ id: Int64, _ requirement: String, file: Int64) -> String {
        "\(materials(id))/\(requirement)/\(file)/removal"
    }

    static func receipt(_ number: String) -> String { "/cases/\(number)/receipt" }
    static func file(_ id: Int64) -> String { "/files/\(id)" }
}

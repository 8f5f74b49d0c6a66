import Desk

/// The addresses of the applicant's pages after submission.
enum ApplicantPath {
    static let home = "/my"
    static let cases = "/my/cases"
    static let messages = "/my/messages"
    static let messagesRead = "/my/messages/read"
    static let publicProgress = "/progress"
    static let verification = "/verify"

    static func progress(_ number: String) -> String { CasePath.progress(number) }
    static func receipt(_ number: String) -> String { "/cases/\(number)/receipt" }
    /// The receipt as PDF.
    static func receiptPaper(_ number: String) -> String { "\(receipt(number)).pdf" }
    static func evidence(_ number: String) -> String { "/cases/\(number)/evidence" }
    /// What was promised for later.
    static func promised(_ number: String) -> String { "/cases/\(number)/promised-materials" }
    static func hearing(_ number: String) -> String { "/cases/\(number)/hearing" }
    static func hearing(_ number: String, _ act: HearingAct) -> String {
        "\(hearing(number))/\(act.rawValue)"
    }
    static func withdrawal(_ number: String) -> String { "/cases/\(number)/withdrawal" }
    static func urgings(_ number: String) -> String { "/cases/\(number)/urgings" }
    static func ratings(_ number: String) -> String { "/cases/\(number)/ratings" }
    /// Who has looked at what was handed in.
    static func readings(_ number: String) -> String { "/cases/\(number)/readings" }
    /// Where an officer who opens the applicant's page is sent.
    static func desk(_ number: String) -> String { "/desk/cases/\(number)" }
}

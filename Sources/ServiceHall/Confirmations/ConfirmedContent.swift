import Cases
import Journal
import Services
import Storage

/// What an applicant at the counter is asked to say yes to, and where the answer is kept.
struct ConfirmedContent: Sendable {
    /// Of the draft, or of what a program is about to file.
    let id: Int64
    let applicant: Applicant
    let itemName: String
    /// Digest of every answer and every file, as they stand.
    let digest: String
    /// The table whose row is held while the answer is taken down.
    let table: StaticString
}

extension Wizard {
    /// What is confirmed: every answer and every file, as they stand.
    var content: ConfirmedContent {
        // What cannot be written down can be confirmed by nobody: then every reading is another one.
        let form = (try? encodeJSON(draft.form)) ?? String(Int64.random(in: 0 ... .max))
        let files = draft.handedIn.map { "\($0.requirement)/\($0.fileID)" }.sorted()
        return ConfirmedContent(
            id: draft.id, applicant: draft.applicant, itemName: draft.itemName,
            digest: Journal.digest(
                json: "\(service.code)@\(service.version) \(form) \(files.joined(separator: " "))"),
            table: "application_draft")
    }

    /// The applicant's yes to what stands here now.
    var confirmed: FilingConfirmation? { confirmation?.holds(for: content.digest) }
}

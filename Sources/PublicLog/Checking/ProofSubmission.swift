import Foundation
import Refusals
import Web

/// What somebody hands in to be checked: files or pasted text.
struct ProofSubmission: Sendable {
    /// Proofs and promises are a few kilobytes.
    static let limitBytes = 256 << 10

    var proof = ""
    var promise = ""

    init() {}

    /// Reads the form. A file counts more than what is pasted beside it.
    init(_ request: WebRequest) async throws {
        let form = try await request.multipart(limitBytes: 4 * Self.limitBytes)
        var pasted: [String: String] = [:]
        while let part = try await form.nextPart() {
            let text: String
            do { text = try await part.text(limitBytes: Self.limitBytes) } catch DomainError.malformed {
                // A picture, say: it is shown beside the field that it is no proof.
                text = "\u{FFFD}"
            }
            guard !text.isEmpty else { continue }
            pasted[part.name] = text
        }
        proof = Self.lines(pasted["file"] ?? pasted["proof"] ?? "")
        promise = Self.lines(pasted["promise"] ?? "")
    }

    /// Browsers send pasted lines with CR LF, and people lose the last newline or add some.
    private static func lines(_ text: String) -> String {
        let plain = text.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        return plain.isEmpty ? "" : plain + "\n"
    }
}

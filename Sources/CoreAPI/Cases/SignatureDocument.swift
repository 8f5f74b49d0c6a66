import Cases
import WorkingTime

/// A signature that was drawn beside the name.
struct SignatureDocument: Encodable, Sendable {
    let field: String
    let file: String
    let drawn_at: String

    /// Nil for a file that is none.
    init?(_ material: FiledMaterial) {
        guard let match = material.requirement.wholeMatch(of: /form\.(.+)\.drawing/) else { return nil }
        (field, file) = (String(match.output.1), String(material.fileID))
        drawn_at = material.filedAt.rfc3339
    }
}

import Foundation
import HTTPTypes
import Refusals

/// A refusal as programs read it (RFC 9457), with the fields that cannot be taken and the request's id.
struct ProblemDocument: Encodable {
    struct Field: Encodable {
        let field: String
        let detail: String
    }

    let type: String
    let title: String
    let status: Int
    let detail: String
    let instance: String
    let errors: [Field]?
    let request_id: String

    init(_ refusal: Refusal, request: WebRequest) {
        type = "urn:minben:problem:\(refusal.kind)"
        title = refusal.title
        status = refusal.status.code
        detail = refusal.sentence.chinese
        instance = request.path
        errors =
            refusal.fields.isEmpty
            ? nil : refusal.fields.map { Field(field: $0.field, detail: $0.sentence.chinese) }
        request_id = request.requestID
    }

    /// The document; strings and numbers alone can always be written.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map(Array.init) ?? []
    }
}

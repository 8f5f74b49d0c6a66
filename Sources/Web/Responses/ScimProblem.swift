import Foundation
import HTTPTypes
import Refusals

/// A refusal as programs that speak SCIM read it (RFC 7644 §3.12).
struct ScimProblem: Encodable {
    /// Where SCIM is spoken.
    static let root = "/scim/"
    static let contentType = "application/scim+json"

    let schemas = ["urn:ietf:params:scim:api:messages:2.0:Error"]
    let status: String
    let scimType: String?
    let detail: String
    /// SCIM knows no 422: a value that cannot be taken is a 400.
    let code: HTTPResponse.Status

    private enum CodingKeys: CodingKey { case schemas, status, scimType, detail }

    init(_ refusal: Refusal) {
        code = refusal.status == .unprocessableContent ? .badRequest : refusal.status
        status = String(code.code)
        scimType =
            switch refusal.status {
            case .unprocessableContent: "invalidValue"
            case .badRequest: "invalidSyntax"
            default: nil
            }
        detail = refusal.sentence.chinese
    }

    /// The document; texts alone can always be written.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map(Array.init) ?? []
    }
}

import Foundation
import HTTPTypes
import Refusals

/// A refusal as programs read it that send messages through the interface of GOV.UK Notify.
struct NotifyProblem: Encodable {
    struct Fault: Encodable {
        let error: String
        let message: String
    }

    /// Where that interface is spoken.
    static let root = "/v2/"

    let status_code: Int
    let errors: [Fault]
    /// The interface knows no 422: what cannot be taken is a 400.
    let code: HTTPResponse.Status

    private enum CodingKeys: CodingKey { case status_code, errors }

    init(_ refusal: Refusal) {
        code = refusal.status == .unprocessableContent ? .badRequest : refusal.status
        status_code = code.code
        let name =
            switch refusal.status {
            case .unprocessableContent: "ValidationError"
            case .unauthorized, .forbidden: "AuthError"
            case .notFound: "NoResultFound"
            case .tooManyRequests: "RateLimitError"
            case .internalServerError: "Exception"
            default: "BadRequestError"
            }
        errors =
            refusal.fields.isEmpty
            ? [Fault(error: name, message: refusal.sentence.chinese)]
            : refusal.fields.map { Fault(error: name, message: "\($0.field) \($0.sentence.chinese)") }
    }

    /// The document; texts and numbers alone can always be written.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map(Array.init) ?? []
    }
}

import HTTPTypes
import Refusals

/// What cannot be done, with the word that RFC 7644 §3.12 has for it.
struct ScimFault: Error, Hashable {
    /// The words of the standard (`scimType`).
    enum Kind: String {
        case invalidFilter, tooMany, uniqueness, mutability, invalidSyntax, invalidPath, noTarget,
            invalidValue
        case invalidVers
    }

    /// The HTTP status.
    let status: HTTPResponse.Status
    /// The word, where the standard has one.
    let kind: Kind?
    /// What is wrong, for whoever runs the directory.
    let sentence: Sentence

    init(_ kind: Kind, _ sentence: Sentence) {
        self.init(kind == .uniqueness ? .conflict : .badRequest, kind, sentence)
    }

    private init(_ status: HTTPResponse.Status, _ kind: Kind?, _ sentence: Sentence) {
        (self.status, self.kind, self.sentence) = (status, kind, sentence)
    }

    /// Nothing that this source may see stands under the id (404).
    static let notFound = ScimFault(.notFound, nil, "没有这个资源，或者不在本目录来源的范围内。")

    /// Somebody changed it in the meantime (412).
    static let changed = ScimFault(.preconditionFailed, nil, "资源已被修改，请重新读取后再提交。")

    /// What describes the service is always shown whole (403, RFC 7644 §4).
    static let discoveryFilter = ScimFault(.forbidden, nil, "服务说明不能筛选。")

    /// The message (RFC 7644 §3.12).
    var message: ScimValue {
        var members: [String: ScimValue] = [
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
            "status": .text(String(status.code)), "detail": .text(sentence.chinese),
        ]
        if let kind { members["scimType"] = .text(kind.rawValue) }
        return .object(members)
    }
}

import Refusals
import Web

/// A request as a program files it.
struct RequestInput: Codable, Sendable, Hashable {
    let organ: String
    let content: String
    let purpose: String?
    let category: String?
    let documentNumber: String?
    let medium: String?
    let address: String?
    let applicant: String?

    enum CodingKeys: String, CodingKey {
        case organ, content, purpose, category, medium, address, applicant
        case documentNumber = "document_number"
    }

    /// - Throws: `invalid` for a word that is none of those allowed.
    func form() throws -> RequestForm {
        var form = RequestForm()
        form.organ = organ
        form.content = content
        form.category = category ?? form.category
        form.documentNumber = documentNumber ?? ""
        form.address = address ?? ""
        if let purpose {
            guard let known = RequestForm.Purpose(rawValue: purpose) else { throw Self.unknown("purpose") }
            form.purpose = known
        }
        if let medium {
            guard let known = RequestForm.Medium(rawValue: medium) else { throw Self.unknown("medium") }
            form.medium = known
        }
        return form
    }

    private static func unknown(_ field: String) -> DomainError {
        .invalid(field, "\(field) 不是允许的值，请对照接口文档。")
    }

    static let schema = Schema.object([
        .init("organ", .text, "向哪个机关申请：机关代码"),
        .init("content", .words(4...RequestForm.longestContent), "需要的信息"),
        .init("purpose", .oneOf(RequestForm.Purpose.allCases.map(\.rawValue)), optional: true),
        .init("category", .text, "申请人类别，默认 natural", optional: true),
        .init("document_number", .words(0...RequestForm.longestLine), "文号", optional: true),
        .init("medium", .oneOf(RequestForm.Medium.allCases.map(\.rawValue)), "希望的形式", optional: true),
        .init("address", .words(0...RequestForm.longestLine), "要纸质复制件时的邮寄地址", optional: true),
        .init("applicant", .text, "以哪个单位的名义：统一社会信用代码；不写就是本人", optional: true),
    ])
}

import Cases
import Codes
import Refusals
import Services
import WorkingTime

/// An application as a program sends it.
struct ApplicationJSON: Codable {
    var service: String
    let form: FormAnswers?
    let materials: [MaterialFileJSON]?
    /// The file of the signature that was drawn, by the name of the question.
    let drawings: [String: String]?
    let applicant: String?
    /// Ids of the materials promised for later.
    let deferred: [String]?
    /// Whether the commitment of the item is confirmed.
    let commitment: Bool?
    /// The yes of whoever a clerk files for.
    var confirmation: ConfirmationJSON?

    /// Which file for which material; those that a licence takes the place of come besides.
    ///
    /// - Throws: `invalid` for an id that is none.
    func files() throws -> [(requirement: String, file: Int64)] {
        try (materials ?? []).enumerated().filter { $1.licence == nil }.map { index, material in
            guard let id = material.file.flatMap({ Int64($0) }) else {
                throw DomainError.invalid("materials.\(index).file", "文件编号不对，请使用上传后得到的 id。")
            }
            return (material.requirement, id)
        }
    }
}

extension ApplicationJSON {
    /// The drawn signatures by the names of their files.
    ///
    /// - Throws: `invalid` for a question that asks for none, and an id that is none.
    func drawn(for item: ServiceItem) throws -> [String: Int64] {
        let pairs = try (drawings ?? [:]).sorted { $0.key < $1.key }.map { name, file in
            guard let field = item.field(name), field.kind == .signature else {
                throw DomainError.invalid("drawings.\(name.prefix(40))", "这个事项没有这一处签名，请核对问题的名称。")
            }
            guard let id = Int64(file) else {
                throw DomainError.invalid("drawings.\(name)", "文件编号不对，请使用上传后得到的 id。")
            }
            return (field.drawingName, id)
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}

/// One file for one material, or a licence with its holder's consent. Ids are text: not every reader of JSON keeps 64 bits exact.
struct MaterialFileJSON: Codable {
    let requirement: String
    let file: String?
    /// The national identifier of a licence of the applicant.
    let licence: String?
    /// Whether the holder agrees that it is used for this application.
    let consent: Bool?
}

/// What the sender is told about the new case.
struct FiledCaseJSON: Encodable {
    let number: String
    let state: Phase
    let receipt: ReceiptJSON

    init(_ root: Case) {
        number = root.number.text
        state = root.phase
        receipt = ReceiptJSON(
            number: root.number.text, query_code: root.queryCode, submitted_at: root.filing.filedAt.rfc3339,
            url: ApplicationPath.receipt(root.number.text))
    }
}

/// The proof that something was filed, and the code to look it up with.
struct ReceiptJSON: Encodable {
    let number: String
    let query_code: String
    let submitted_at: String
    let url: String
}

import DecisionModel
import Refusals
import Web

/// What an applicant writes (art. 29): what information, how it can be found, in which form it is wanted.
public struct RequestForm: Sendable, Hashable {
    /// What is asked for.
    public enum Purpose: String, Codable, Sendable, CaseIterable {
        /// Information.
        case information
        /// That a record about oneself is corrected (art. 41).
        case correction

        /// The word a person reads.
        public var chinese: String { self == .information ? "获取政府信息" : "更正与自身相关的信息记录" }
    }

    /// The form in which information is given (形式).
    public enum Medium: String, Codable, Sendable, CaseIterable {
        case electronic, paper, inspection

        /// The word a person reads.
        public var chinese: String {
            switch self {
            case .electronic: "电子文件"
            case .paper: "纸质复制件"
            case .inspection: "查阅、抄录"
            }
        }
    }

    /// What is asked for.
    public var purpose = Purpose.information
    /// Key of the organ that is asked.
    public var organ = ""
    /// Code of the category the applicant belongs to.
    public var category = "natural"
    /// The information, in the applicant's words.
    public var content = ""
    /// The number of a document, where it is known.
    public var documentNumber = ""
    /// The form wanted.
    public var medium = Medium.electronic
    /// Where an answer on paper goes.
    public var address = ""

    /// An empty form.
    public init() {}

    /// What was sent; checked by ``check(organs:rules:)``.
    public init(_ form: FormData) {
        purpose = form["purpose"].flatMap(Purpose.init(rawValue:)) ?? .information
        organ = form["organ"] ?? ""
        category = form["category"] ?? ""
        content = form["content"] ?? ""
        documentNumber = form["document_number"] ?? ""
        medium = form["medium"].flatMap(Medium.init(rawValue:)) ?? .electronic
        address = form["address"] ?? ""
    }

    /// Longest description, in characters.
    static let longestContent = 2_000
    /// Longest line, in characters.
    static let longestLine = 200

    /// Everything that is wrong, one error each.
    ///
    /// - Parameter organs: keys of the organs that can be asked.
    public func errors(organs: Set<String>, rules: DisclosureRules) -> [FieldError] {
        var errors: [FieldError] = []
        if !organs.contains(organ) { errors.append(FieldError("organ", "请选择向哪个机关申请。")) }
        if rules.category(category) == nil { errors.append(FieldError("category", "请选择申请人的类别。")) }
        if content.count < 4 { errors.append(FieldError("content", "请写明需要的信息：名称、文号或者便于查询的其他特征。")) }
        if medium == .paper, address.isEmpty {
            errors.append(FieldError("address", "请填写寄送纸质复制件的地址。"))
        }
        return errors + lengths
    }

    private var lengths: [FieldError] {
        [
            ("content", content, Self.longestContent), ("document_number", documentNumber, Self.longestLine),
            ("address", address, Self.longestLine),
        ].compactMap { name, text, limit in
            if text.count > limit { return FieldError(name, "最多 \(limit) 字，请精简。") }
            let isBroken = text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" }
            return isBroken ? FieldError(name, "文字中有不能保存的控制字符，请删除后重试。") : nil
        }
    }

    /// The answers as the case keeps them.
    var values: [String: Value] {
        [
            "purpose": .string(purpose.rawValue), "category": .string(category), "content": .string(content),
            "document_number": .string(documentNumber), "medium": .string(medium.rawValue),
            "address": .string(address),
        ]
    }
}

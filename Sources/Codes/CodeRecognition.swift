import Refusals

/// One code that a text may be.
public struct CodeFinding: Sendable, Hashable {
    /// Which code.
    public let kind: CodeKind
    /// Whether it is well-formed, its check digit included.
    public let isValid: Bool
    /// Which code it is and whether its check digit holds, or what is wrong.
    public let sentence: Sentence
}

/// Finds out which code a text is, by its shape and its check digit.
public enum CodeRecognition {
    /// The codes that the text is; when it is none of them, those whose shape it has, with what is wrong. Empty
    /// when it has the shape of none.
    public static func recognise(_ text: String) -> [CodeFinding] {
        let kinds: [any OfficialCode.Type] = [
            IdentityNumber.self, CreditCode.self, OrganisationCode.self, ItemCode.self, CaseNumber.self,
            LicenceIdentifier.self, DivisionCode.self, MobileNumber.self,
        ]
        let findings = kinds.compactMap { finding(text, $0) }
        let valid = findings.filter(\.isValid)
        return valid.isEmpty ? findings : valid
    }

    private static func finding(_ text: String, _ type: any OfficialCode.Type) -> CodeFinding? {
        do {
            let code = try type.init(text)
            return CodeFinding(kind: type.kind, isValid: true, sentence: praise(code))
        } catch {
            guard hasShape(error, text) else { return nil }
            return CodeFinding(kind: type.kind, isValid: false, sentence: error.sentence)
        }
    }

    /// Whether a refused text still looks like the code: the right length and characters, or the right root.
    private static func hasShape(_ error: CodeError, _ text: String) -> Bool {
        switch error.fault {
        case .empty, .length, .characters: false
        case .date, .checkDigit: true
        case .part:
            error.kind != .licenceIdentifier || TypedText.normalised(text).hasPrefix(LicenceIdentifier.root)
        }
    }

    private static func praise(_ code: any OfficialCode) -> Sentence {
        let name = type(of: code).kind.chinese
        switch code {
        case is DivisionCode, is MobileNumber: return "\(name)：格式正确，该代码没有校验码。"
        case is ItemCode: return "\(name)：结构正确，实施主体的校验码正确，编码本身没有校验码。"
        case let code as CreditCode where code.isSubstitute: return "\(name)的替代码（TE 开头）：格式正确，没有校验码。"
        default: return "\(name)：校验码正确。"
        }
    }
}

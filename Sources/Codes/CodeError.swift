import Refusals

/// Why a text is not the code it should be.
public struct CodeError: Error, Sendable, Hashable {
    /// What is wrong with it.
    public enum Fault: Sendable, Hashable {
        /// Nothing was entered.
        case empty
        /// It has another length; the right one in words, and how many characters there are.
        case length(expected: String, actual: Int)
        /// It has a character that cannot stand there; what may, in words.
        case characters(allowed: String)
        /// The day in it is in no calendar.
        case date
        /// A part of it cannot be right; the part's name.
        case part(String)
        /// The check digit does not fit the rest.
        case checkDigit
    }

    /// The code that was expected.
    public let kind: CodeKind
    /// What is wrong.
    public let fault: Fault

    init(_ kind: CodeKind, _ fault: Fault) {
        self.kind = kind
        self.fault = fault
    }

    /// What is wrong and what to do about it, for the person who entered it.
    public var sentence: Sentence {
        let name = kind.chinese
        return switch fault {
        case .empty: "请填写\(name)。"
        case .length(let expected, let actual): "\(name)应为 \(expected) 位，您填写了 \(actual) 位，请核对。"
        case .characters(let allowed): "\(name)应由\(allowed)组成，请核对有没有多余的符号。"
        case .date where kind == .identityNumber: "身份证号码第 7 到 14 位不是有效的出生日期，请核对后重新填写。"
        case .date: "\(name)中的日期不存在，请核对后重新填写。"
        case .part(let part): "\(name)中的\(part)不对，请核对后重新填写。"
        case .checkDigit: "\(name)最后一位校验码不对，请核对后重新填写。"
        }
    }
}

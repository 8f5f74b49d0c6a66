import Codes
import DecisionModel
import Foundation
import Services
import WorkingTime

/// One answer as a person reads it: options by their labels, amounts with their unit, days in Chinese.
struct AnswerWords {
    private let field: FormField
    private let masking: Set<FieldKind>

    init(_ field: FormField, masking: Set<FieldKind>) {
        self.field = field
        self.masking = masking
    }

    func text(_ value: Value) -> String {
        if case .list(let values) = value { return values.map(text).joined(separator: "、") }
        let (plain, isMasked) = (value.plainWords, masking.contains(field.kind))
        let known = field.options + field.formerOptions
        if let option = known.first(where: { $0.value == plain }) { return option.label }
        switch field.kind {
        case .identityNumber: return isMasked ? Masking.identityNumber(plain) : plain
        case .phone: return isMasked ? Masking.phone(plain) : plain
        case .address: return isMasked ? Masking.address(plain) : plain
        case .date: return CivilDate(iso: plain)?.chinese ?? plain
        case .money: return "\(plain) 元\(capitals(value))"
        case .bankAccount: return isMasked ? Masking.bankAccount(plain) : plain
        case .mapPoint: return MapPoint.words(of: plain)
        case .integer, .number: return field.unit.map { "\(plain) \($0)" } ?? plain
        default: return plain
        }
    }

    private func capitals(_ value: Value) -> String {
        guard case .number(let number) = value else { return "" }
        return field.capitals(of: number)
    }
}

extension Value {
    /// The value as text, whatever the question was.
    var plainWords: String {
        switch self {
        case .null: "未填写"
        case .bool(let flag): flag ? "是" : "否"
        case .number(let number): number.description
        case .string(let text): text
        case .list(let values): values.map(\.plainWords).joined(separator: "、")
        case .context(let values):
            values.sorted { $0.key < $1.key }.map { "\($0.key)：\($0.value.plainWords)" }.joined(
                separator: "；")
        }
    }
}

import Refusals
import Web

/// Whether the frozen figures stand, and if not, what is right.
struct DecisionForm {
    private let form: FormData

    init(_ form: FormData) { self.form = form }

    /// What is put right; nothing where the frozen figures stand.
    ///
    /// - Throws: `invalid` for no outcome, for what is no amount, and for a correction that corrects nothing.
    func changes(_ subject: AppealDesk.Subject) throws -> [ScoreAppeal.Change] {
        guard let outcome = form["outcome"], ["uphold", "correct"].contains(outcome) else {
            throw DomainError.invalid("outcome", "请选择裁定结果。")
        }
        guard outcome == "correct" else { return [] }
        let changes = try subject.amounts.compactMap { figure, _, before -> ScoreAppeal.Change? in
            let name = ScoreAppeal.Change.field(figure)
            guard let text = form[name], !text.isEmpty else { return nil }
            let after = try subject.indicator.reported?.amount(text, name) ?? Self.count(text, name)
            return after == before ? nil : ScoreAppeal.Change(figure: figure, before: before, after: after)
        }
        guard !changes.isEmpty else { throw DomainError.invalid("outcome", "更正要至少改一个数。") }
        return changes
    }

    private static func count(_ text: String, _ field: String) throws -> Int {
        guard text.wholeMatch(of: /[0-9]{1,9}/) != nil, let count = Int(text) else {
            throw DomainError.invalid(field, "请填写 0 或者更大的整数。")
        }
        return count
    }

    static func fields(_ subject: AppealDesk.Subject, _ entered: FormData?, _ errors: [FieldError]) -> [Field]
    {
        let isReported = subject.indicator.reported != nil
        let outcome = Field(
            "outcome", "裁定", .choice, value: entered?["outcome"] ?? "",
            options: [.init("uphold", "维持核定的数"), .init("correct", "更正为下面的数")], error: errors["outcome"])
        let amounts = subject.amounts.map { figure, name, amount -> Field in
            let field = ScoreAppeal.Change.field(figure)
            return Field(
                field, name, .number, hint: isReported ? nil : "现在是 \(amount ?? 0)。只在更正的时候改。",
                isRequired: false,
                value: entered?[field] ?? amount.map { isReported ? $0.shortText : String($0) }
                    ?? "",
                error: errors[field])
        }
        let reason = Field(
            "reason", "裁定理由", .longText, hint: "写明事实和依据，部门会看到。", value: entered?["reason"] ?? "",
            error: errors["reason"])
        return [outcome] + amounts + [reason]
    }
}

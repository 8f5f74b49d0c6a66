import Refusals

/// Reading an answer: whatever a page or a program sent becomes the one form that is stored, or a sentence.
///
/// Reading is liberal in the spelling (a number may come as `12` or `"12"`, a yes as `true`, `"on"` or
/// `"是"`) and strict in the meaning.
extension FormField {
    /// What is wrong with the answer, or nil. `nil` and empty answers are unanswered questions.
    public func check(_ value: FormValue?) -> FieldError? {
        do {
            _ = try read(value)
            return nil
        } catch {
            return error
        }
    }

    /// The answer in its stored form, or nil when an optional question was left open.
    ///
    /// - Throws: `FieldError` named by `inputName`, with what is wrong and what to do about it.
    public func read(_ value: FormValue?) throws(FieldError) -> FormValue? {
        guard let value, !value.isEmpty else {
            if required { throw refusal(asking) }
            return nil
        }
        switch kind {
        case .text, .longText, .address, .email, .phone, .identityNumber, .creditCode, .date, .bankAccount,
            .signature:
            return .string(try readText(value))
        case .integer, .number, .money: return .number(try readNumber(value))
        case .boolean: return .bool(try readFlag(value))
        case .choice, .division: return .string(try readPick(value))
        case .choices: return .list(try readPicks(value))
        case .file: return .string(try readFile(value))
        case .table: return .table(try readRows(value))
        case .mapPoint: return .string(try readPlace(value))
        case .region: return .string(try readRegion(value))
        }
    }

    /// The sentence that asks for a missing answer.
    var asking: Sentence {
        switch kind {
        case .choice, .choices, .division, .region: "请选择\(label)。"
        case .file: "请上传\(label)。"
        case .boolean: affirm ? "请阅读并勾选“\(label)”。" : "请选择“\(label)”的答案。"
        case .table: "请至少填写一行\(label)。"
        case .mapPoint: "请选择或填写\(label)的位置。"
        case .signature: "请在\(label)处签名。"
        default: "请填写\(label)。"
        }
    }

    func refusal(_ sentence: Sentence) -> FieldError { FieldError(inputName, sentence) }

    private func readFlag(_ value: FormValue) throws(FieldError) -> Bool {
        guard let flag = Self.flag(value) else { throw refusal("“\(label)”请选择是或否。") }
        if affirm && !flag { throw refusal(asking) }
        return flag
    }

    private static func flag(_ value: FormValue) -> Bool? {
        switch value.text?.lowercased() {
        case "true", "on", "1", "yes", "是": true
        case "false", "off", "0", "no", "否": false
        default: nil
        }
    }

    /// A file is known by the id that its upload was answered with; whether it is the applicant's own is
    /// for the store to say.
    private func readFile(_ value: FormValue) throws(FieldError) -> String {
        guard let id = value.text, Int64(id).map({ $0 > 0 }) == true else {
            throw refusal("请重新上传\(label)。")
        }
        return id
    }
}

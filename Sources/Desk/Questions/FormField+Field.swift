import Refusals
import Services
import Web

extension FormField {
    /// The question as a field of a page.
    ///
    /// - Parameters:
    ///   - fileName: the name of the file that answers it already.
    ///   - drawing: the address of the signature that was drawn already.
    ///   - isGrowing: whether one more row of a repeating group was asked for.
    ///   - provenance: where the answer comes from, without the word 来自.
    ///   - error: what is wrong with the answer.
    public func field(
        _ answer: FormValue?, fileName: String? = nil, drawing: String? = nil, isGrowing: Bool = false,
        provenance: String? = nil,
        error: Sentence? = nil
    ) -> Field {
        var field = affirm ? promise(answer) : control(inputName, answer)
        if kind == .signature { field.drawing = drawing }
        if kind == .file { field.values = fileName.map { [$0] } ?? [] }
        if kind == .region {
            field.levels = regionLevels(for: answer).map { level in
                Field.Level(level.options.map { .init($0.value, $0.label) }, chosen: level.chosen)
            }
        }
        if kind == .table { field.arrangeRows(of: self, answer, isGrowing: isGrowing) }
        field.provenance = provenance
        field.error = error
        return field
    }

    fileprivate func control(_ inputName: String, _ answer: FormValue?) -> Field {
        Field(
            inputName, kind == .money ? label : unit.map { "\(label)（\($0)）" } ?? label,
            Field.Kind(rawValue: kind.rawValue) ?? .text,
            hint: hint ?? usualHint, isRequired: required, values: answer?.strings ?? [],
            options: kind == .region ? [] : options.map { .init($0.value, $0.label) })
    }

    private var usualHint: String? {
        switch kind {
        case .signature: "请输入申请人或者经办人的姓名，作为签名。"
        case .region: "先选省，再选市和县。选好一级以后，按“列出下一级”。"
        case .mapPoint: options.isEmpty ? nil : "从列表里选一个大致的位置，或者填写准确的经纬度。"
        default: nil
        }
    }

    /// A promise is one box to tick, not a question to be answered with yes or no.
    private func promise(_ answer: FormValue?) -> Field {
        Field(
            inputName, "声明和承诺", .choices, hint: hint, isRequired: required, values: answer?.strings ?? [],
            options: [.init("true", label)])
    }
}

extension Field {
    /// As many rows as were answered, one more where there is none or one was asked for.
    fileprivate mutating func arrangeRows(of table: FormField, _ answer: FormValue?, isGrowing: Bool) {
        columns = table.columns.map { column in
            var cell = column.control(column.name, nil)
            if column.kind == .boolean { cell.options = [.init("true", "是"), .init("false", "否")] }
            return cell
        }
        if case .table(let filled) = answer { rows = filled.map { $0.mapValues { $0.text ?? "" } } }
        hasRowButtons = true
        spareRows = rows.isEmpty || isGrowing ? 1 : 0
    }
}

extension FormValue {
    /// The answer as the inputs of a page hold it; the rows of a table stand elsewhere.
    fileprivate var strings: [String] {
        switch self {
        case .list(let picks): picks
        case .string, .number, .bool: [text ?? ""]
        case .table: []
        }
    }
}

import Cases
import DecisionModel
import Services
import Web

/// The answers of an application as pairs, in the order of the form.
public struct FormAnswersList: Sendable {
    private let item: ServiceItem?
    private let form: [String: Value]
    private let masking: Set<FieldKind>
    private let drawings: [String: Int64]
    private let address: @Sendable (Int64) -> String

    /// The answers; without the item, which an old case may have outlived, under the names they are kept by.
    ///
    /// - Parameters:
    ///   - masking: the kinds of answers that are hidden from whoever need not compare them.
    ///   - files: the files of the case, among which drawn signatures are.
    ///   - address: where a file is opened.
    public init(
        _ item: ServiceItem?, _ form: [String: Value], masking: Set<FieldKind>, files: [FiledMaterial] = [],
        address: @escaping @Sendable (Int64) -> String = { CasePath.file($0) }
    ) {
        self.address = address
        drawings = Dictionary(files.map { ($0.requirement, $0.fileID) }) { _, later in later }
        self.item = item
        self.form = form
        self.masking = masking
    }

    /// The list.
    public var html: HTML { SummaryList(rows).html }

    private var rows: [SummaryList.Row] {
        guard let item else {
            return form.sorted { $0.key < $1.key }.map { SummaryList.Row($0.key, "\($0.value.plainWords)") }
        }
        return item.fields.compactMap { field in
            guard let value = form[field.name], value != .null else { return nil }
            return SummaryList.Row(field.label, answer(value, to: field))
        }
    }

    private func answer(_ value: Value, to field: FormField) -> HTML {
        if field.kind == .file, case .string(let text) = value, let id = Int64(text) {
            return "<a href=\"\(address(id))\">打开\(field.label)</a>"
        }
        if field.kind == .signature, let drawing = drawings[field.drawingName] {
            return """
                \(value.plainWords)<img class="signature-image" src="\(address(drawing))" width="240" height="80" \
                alt="\(field.label)的手写签名">
                """
        }
        guard field.kind == .table, case .list(let rows) = value else {
            return "\(AnswerWords(field, masking: masking).text(value))"
        }
        return "<ol class=\"answers\">\(each: rows, { "<li>\(line($0, of: field))</li>" })</ol>"
    }

    private func line(_ row: Value, of field: FormField) -> String {
        guard case .context(let cells) = row else { return row.plainWords }
        return field.columns.compactMap { column in
            cells[column.name].map {
                "\(column.label)：\(AnswerWords(column, masking: masking).text($0))"
            }
        }.joined(separator: "；")
    }
}

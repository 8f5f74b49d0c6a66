import Codes
import Government
import Refusals
import WorkingTime

/// The cells of a row by their columns, and the rules for each.
struct EnterpriseCells {
    private var cells: [EnterpriseColumn: String] = [:]
    private var mistakes: [Sentence] = []

    init(_ texts: [String], by layout: EnterpriseLayout) {
        for (column, text) in zip(layout.columns, texts) {
            guard let column else { continue }
            // Line ends within a cell are how somebody laid it out, and no part of what it says.
            cells[column] = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        }
        let rest = texts.dropFirst(layout.columns.count)
        if rest.contains(where: { !$0.isEmpty }) { mistakes.append("单元格比表头多，请核对有没有多余的逗号。") }
        for column in EnterpriseColumn.allCases { check(column) }
    }

    /// The enterprise, or everything that is wrong.
    func entity(id: Int64, in layout: EnterpriseLayout) -> Result<LegalEntity, EnterpriseMistakes> {
        var reader = self
        let code = reader.code(CreditCode.self, .creditCode)
        let kind = reader.kind()
        let division = reader.division(in: layout.divisions)
        let day = reader.day(upTo: layout.today)
        guard reader.mistakes.isEmpty, let code, let kind, let division, let day else {
            return .failure(EnterpriseMistakes(reader.mistakes))
        }
        return .success(
            LegalEntity(
                id: id, name: text(.name), creditCode: code, kind: kind,
                legalRepresentative: text(.legalRepresentative), representativeID: nil, phone: text(.phone),
                division: division, address: text(.address), registeredOn: day, scope: text(.scope)))
    }

    private func text(_ column: EnterpriseColumn) -> String { cells[column] ?? "" }

    private mutating func check(_ column: EnterpriseColumn) {
        let text = text(column)
        let scalars = text.unicodeScalars
        if text.isEmpty, column.isRequired {
            mistakes.append("“\(column.rawValue)”没有填写。")
        } else if scalars.count > column.limit {
            mistakes.append("“\(column.rawValue)”超过 \(column.limit) 个字。")
        } else if scalars.contains(where: Self.isInvisible) {
            mistakes.append("“\(column.rawValue)”里有看不见的字符，请重新录入。")
        } else if column == .phone, !text.allSatisfy(Self.phoneCharacters.contains) {
            mistakes.append("“联系电话”里有不属于号码的字符。")
        }
    }

    private mutating func code<Code: OfficialCode>(_ type: Code.Type, _ column: EnterpriseColumn) -> Code? {
        guard isTaken(column) else { return nil }
        do throws(CodeError) { return try Code(text(column)) } catch {
            mistakes.append(error.sentence)
            return nil
        }
    }

    private mutating func kind() -> LegalEntity.Kind? {
        guard isTaken(.kind) else { return nil }
        guard let kind = LegalEntity.Kind.allCases.first(where: { $0.chinese == text(.kind) }) else {
            let names = LegalEntity.Kind.allCases.map(\.chinese).joined(separator: "、")
            mistakes.append("“类型”应为\(names)之一。")
            return nil
        }
        return kind
    }

    private mutating func division(in divisions: Set<DivisionCode>) -> DivisionCode? {
        guard let code = code(DivisionCode.self, .division) else { return nil }
        guard divisions.contains(code) else {
            mistakes.append("行政区划代码 \(code.text) 不在本区的区划表中，请核对。")
            return nil
        }
        return code
    }

    /// `2019-05-20`, or as spreadsheets turn it: `2019/5/20`.
    private mutating func day(upTo today: CivilDate) -> CivilDate? {
        guard isTaken(.registeredOn) else { return nil }
        let parts = text(.registeredOn).split(whereSeparator: { "-/.年月日".contains($0) }).map { Int($0) ?? 0 }
        guard parts.count == 3, let day = try? CivilDate(year: parts[0], month: parts[1], day: parts[2])
        else {
            mistakes.append("“成立日期”应写成 2019-05-20 这样的日期。")
            return nil
        }
        guard day <= today else {
            mistakes.append("“成立日期”还没有到，请核对。")
            return nil
        }
        return day
    }

    /// Whether there is something to read that is not too long.
    private func isTaken(_ column: EnterpriseColumn) -> Bool {
        (1...column.limit).contains(text(column).unicodeScalars.count)
    }

    private static let phoneCharacters = Set("0123456789+-()（）转 、,，;；/")

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}

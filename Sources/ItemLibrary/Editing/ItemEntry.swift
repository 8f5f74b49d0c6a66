import Refusals
import Services
import Web
import WorkingTime

/// What was entered for a group, read with the mistakes in it.
struct ItemEntry {
    let form: FormData
    private(set) var errors: [FieldError] = []

    /// No word of an item is longer, in characters.
    static let mostCharacters = 2_000
    /// No table of an item has more rows.
    static let mostRows = 60

    init(_ form: FormData) { self.form = form }

    mutating func refuse(_ field: String, _ sentence: Sentence) {
        if errors[field] == nil { errors.append(FieldError(field, sentence)) }
    }

    func requireSound() throws {
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
    }

    mutating func text(_ name: String, most: Int = mostCharacters) -> String {
        let text = form[name] ?? ""
        if text.count > most { refuse(name, "这里最多写 \(most) 字。") }
        return text
    }

    mutating func optional(_ name: String, most: Int = mostCharacters) -> String? {
        let text = text(name, most: most)
        return text.isEmpty ? nil : text
    }

    /// Lines of a text area, or words between 、 and ；.
    mutating func list(_ name: String, separators: Set<Character> = ["\n"]) -> [String] {
        let all = text(name).split { separators.contains($0) }.map { $0.trimmed }.filter { !$0.isEmpty }
        if all.count > Self.mostRows { refuse(name, "这里最多写 \(Self.mostRows) 项。") }
        return all
    }

    mutating func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
        let text = text(name)
        guard !text.isEmpty else { return nil }
        guard let number = Int(text), range.contains(number) else {
            refuse(name, "请写 \(range.lowerBound) 至 \(range.upperBound) 的整数。")
            return nil
        }
        return number
    }

    mutating func word<Word: RawRepresentable<String>>(_ name: String, as type: Word.Type = Word.self)
        -> Word?
    {
        guard let text = form[name], !text.isEmpty else { return nil }
        guard let word = Word(rawValue: text) else {
            refuse(name, "请从列出的选项里选择。")
            return nil
        }
        return word
    }

    mutating func words<Word: RawRepresentable<String>>(_ name: String, as type: Word.Type = Word.self)
        -> [Word]
    {
        let texts = form.all(name).filter { !$0.isEmpty }
        let words = texts.compactMap { Word(rawValue: $0) }
        if words.count < texts.count { refuse(name, "请从列出的选项里选择。") }
        return words
    }

    /// A limit: a number and its unit; nil when neither is entered.
    mutating func limit(_ name: String) -> TimeLimit? {
        guard let value = number("\(name)_value", in: TimeLimit.values) else { return nil }
        guard let unit: LimitUnit = word("\(name)_unit") else {
            refuse("\(name)_unit", "请选择时限的单位。")
            return nil
        }
        return TimeLimit(value: value, unit: unit)
    }

    /// The rows of a table in which something was entered; a row that was emptied is gone.
    mutating func rows(_ name: String, _ columns: [String]) -> [[String: String]] {
        let rows = form.rows(name, columns: columns)
        if rows.count > Self.mostRows { refuse(name, "这里最多写 \(Self.mostRows) 行。") }
        if rows.contains(where: { $0.values.contains { $0.count > Self.mostCharacters } }) {
            refuse(name, "每格最多写 \(Self.mostCharacters) 字。")
        }
        return rows
    }
}

extension StringProtocol {
    /// Without blanks around it.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}

extension Field {
    /// A choice among the words of a list.
    static func words<Word: ListWord>(
        _ name: String, _ label: String, _ type: Word.Type, _ chosen: Word?, isRequired: Bool = false
    ) -> Field {
        Field(
            name, label, .choice, isRequired: isRequired, value: chosen?.rawValue ?? "",
            options: Word.allCases.map { .init($0.rawValue, $0.chinese) })
    }
}

extension LimitUnit {
    /// The units as things to choose from.
    static var options: [Field.Option] {
        allCases.map {
            .init($0.rawValue, $0.chinese.hasPrefix("个") ? String($0.chinese.dropFirst()) : $0.chinese)
        }
    }
}

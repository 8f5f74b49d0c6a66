import Foundation
import Refusals
import Storage
import Yams

/// A sentence the house sends, as the program delivers it: what it is called, what it is for, and names for what is
/// filled in.
public struct HouseTemplate: Sendable, Hashable, Decodable, Identifiable {
    /// Its stable name: `case.accepted`.
    public let key: String
    /// What it is called.
    public let name: String
    /// What it is for.
    public let kind: MessageKind
    /// The sentence as the rule says it, with `{}` where something is filled in.
    public let sentence: String
    /// The names of what is filled in, in order.
    public let values: [String]
    /// Whether the person has chosen the hour at which it comes: quiet hours do not hold it up. `nil` for no.
    public let isTimed: Bool?

    /// The same as its key.
    public var id: String { key }

    /// What it says until somebody writes something else.
    public var delivered: TemplateTexts {
        let text = MessageText(sentence, naming: values).text
        return TemplateTexts(inSite: text, sms: text, mailSubject: name, mail: text)
    }

    /// Values that show what a text looks like.
    public var samples: [String: String] {
        Dictionary(values.map { ($0, Self.samples[$0] ?? "（\($0)）") }) { first, _ in first }
    }

    /// What was filled in, by name.
    func named(_ parameters: [String]) -> [String: String] {
        Dictionary(zip(values, parameters)) { first, _ in first }
    }

    private static let samples = [
        "事项": "食品经营许可", "部门": "区市场监管局", "办件编号": "441202202611280000016", "理由": "申请材料不符合法定形式",
        "项数": "2", "清单": "营业执照；身份证明", "日期": "2026年11月28日", "文号": "端市监许〔2026〕18号", "步骤": "现场核查",
    ]
}

/// The sentences that come with the program.
public enum HouseTemplates {
    /// All of them, in the order of the file.
    ///
    /// - Throws: `StorageError.io` when the file is missing, `DecodingError` when it is broken.
    public static func delivered() throws -> [HouseTemplate] {
        guard let file = Bundle.module.url(forResource: "Resources/templates", withExtension: "yaml") else {
            throw StorageError.io("templates.yaml")
        }
        return try YAMLDecoder().decode([HouseTemplate].self, from: Data(contentsOf: file))
    }
}

import Foundation
import Refusals

/// The questions of an item as a file that another item, or another district, can take over.
public struct FormTemplate: Codable, Sendable, Hashable {
    /// What the file is.
    public let format: String
    /// The item it was taken from, for people.
    public let title: String
    /// The questions.
    public let pages: [FormPage]

    /// The word by which such a file is known; the digit is the version of the format.
    public static let format = "minben-form/1"

    /// The template of an item. The divisions to pick from are the district's and stay here.
    public init(of item: ServiceItem) {
        (format, title) = (Self.format, item.name)
        pages = item.offering(streets: [], districts: []).pages
    }

    /// Reads a file.
    ///
    /// - Throws: `invalid` with the place in the file that cannot be read.
    public init(reading data: Data) throws {
        do {
            self = try JSONDecoder().decode(FormTemplate.self, from: data)
        } catch let error as DecodingError {
            throw DomainError.invalid("template", "这不是可以导入的表单模板：\(Self.words(error))。")
        }
        guard format == Self.format else {
            throw DomainError.invalid("template", "表单模板的格式应为 \(Self.format)，这个文件是“\(format.prefix(40))”。")
        }
        guard pages.count <= 30, pages.allSatisfy({ $0.fields.count <= 100 }) else {
            throw DomainError.invalid("template", "表单模板最多 30 页，每页最多 100 个问题。")
        }
    }

    /// The file.
    ///
    /// - Throws: `EncodingError`, which plain values do not cause.
    public func data() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    private static func words(_ error: DecodingError) -> String {
        let (path, words): ([any CodingKey], String) =
            switch error {
            case .keyNotFound(let key, let context): (context.codingPath + [key], "缺少")
            case .valueNotFound(_, let context), .typeMismatch(_, let context): (context.codingPath, "类型不对：")
            case .dataCorrupted(let context): (context.codingPath, "内容不对：")
            @unknown default: ([], "内容不对")
            }
        let place = path.map { $0.intValue.map { "第 \($0 + 1) 个" } ?? $0.stringValue }.joined(
            separator: " / ")
        return place.isEmpty ? "不是表单的 JSON 文档" : words + place
    }
}

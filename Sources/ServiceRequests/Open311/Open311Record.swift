import Foundation
import HTTPTypes
import Web

/// One thing of Open311 with its fields in order.
struct Open311Record: Sendable {
    enum Value: Sendable {
        case text(String)
        case number(Double)
        case flag(Bool)
        /// Several things, each under this name where a format needs one.
        case texts(of: String, [String])
        case records(of: String, [Open311Record])
    }

    let fields: [(name: String, value: Value?)]

    init(_ fields: [(String, Value?)]) { self.fields = fields.map { (name: $0.0, value: $0.1) } }
}

/// How a program wants to read it: the ending of the address says so.
enum Open311Format: String, Sendable, CaseIterable {
    case json, xml

    /// A list under a name, of things under another.
    func list(_ name: String, of item: String, _ records: [Open311Record], status: HTTPResponse.Status = .ok)
        throws -> WebResponse
    {
        switch self {
        case .json: return try .json(records, status: status)
        case .xml:
            let items = records.map { "<\(item)>\($0.xml)</\(item)>" }.joined()
            return Self.document("<\(name)>\(items)</\(name)>", status)
        }
    }

    /// One thing that stands alone.
    func one(_ name: String, _ record: Open311Record) throws -> WebResponse {
        switch self {
        case .json: try .json(record)
        case .xml: Self.document("<\(name)>\(record.xml)</\(name)>", .ok)
        }
    }

    private static func document(_ text: String, _ status: HTTPResponse.Status) -> WebResponse {
        .bytes(
            Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\(text)".utf8),
            contentType: "application/xml; charset=utf-8", status: status)
    }
}

extension Open311Record: Encodable {
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        for (name, value) in fields {
            switch value {
            case .text(let text): try container.encode(text, forKey: Name(name))
            case .number(let number): try container.encode(number, forKey: Name(name))
            case .flag(let flag): try container.encode(flag, forKey: Name(name))
            case .texts(_, let texts): try container.encode(texts, forKey: Name(name))
            case .records(_, let records): try container.encode(records, forKey: Name(name))
            case nil: try container.encodeNil(forKey: Name(name))
            }
        }
    }

    /// The fields as elements; their names are ours, their text is anybody's.
    fileprivate var xml: String {
        fields.map { name, value in
            switch value {
            case .text(let text): "<\(name)>\(Self.escaped(text))</\(name)>"
            case .number(let number): "<\(name)>\(number)</\(name)>"
            case .flag(let flag): "<\(name)>\(flag)</\(name)>"
            case .texts(let item, let texts):
                "<\(name)>\(texts.map { "<\(item)>\(Self.escaped($0))</\(item)>" }.joined())</\(name)>"
            case .records(let item, let records):
                "<\(name)>\(records.map { "<\(item)>\($0.xml)</\(item)>" }.joined())</\(name)>"
            case nil: "<\(name)/>"
            }
        }.joined()
    }

    /// XML 1.0 knows no control characters, not even escaped.
    private static func escaped(_ text: String) -> String {
        let known = text.unicodeScalars.filter { $0.value >= 32 || "\n\t".unicodeScalars.contains($0) }
        return String(String.UnicodeScalarView(known)).replacing("&", with: "&amp;")
            .replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

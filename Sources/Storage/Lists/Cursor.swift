import Crypto
import Foundation
import Refusals

/// Where a page of a list ended: the sort key and the id of its last row, as opaque text for links.
///
/// Keyset paging: the next page is `WHERE (key, id) < (?, ?) ORDER BY key DESC, id DESC`, which stays fast on
/// any page and neither skips nor repeats rows when new ones arrive.
public struct Cursor: Sendable, Hashable {
    /// The last row's sort key, as text.
    public let key: String
    /// The last row's id.
    public let id: Int64

    /// A cursor over a text key, such as a name.
    public init(key: String, id: Int64) {
        self.key = key
        self.id = id
    }

    /// A cursor over a numeric key, such as an instant in milliseconds.
    public init(key: Int64, id: Int64) {
        self.init(key: String(key), id: id)
    }

    /// Reads the opaque text back. Throws ``DomainError/malformed(_:)`` when it was cut or changed.
    public init(_ text: String) throws {
        guard let bytes = Data(base64URL: text), bytes.count > Self.sealLength,
            Self.seal(bytes.dropFirst(Self.sealLength)) == bytes.prefix(Self.sealLength),
            case let parts = String(decoding: bytes.dropFirst(Self.sealLength), as: UTF8.self)
                .split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false),
            parts.count == 2, let id = Int64(parts[0])
        else { throw Self.broken }
        self.init(key: String(parts[1]), id: id)
    }

    /// The opaque text for a link: base64url.
    public var text: String {
        let content = Data("\(id) \(key)".utf8)
        return (Self.seal(content) + content).base64URL
    }

    /// The key of a list that is sorted by a number. Throws ``DomainError/malformed(_:)`` for a cursor of another list.
    public var numericKey: Int64 {
        get throws {
            guard let number = Int64(key) else { throw Self.broken }
            return number
        }
    }

    private static let sealLength = 6
    private static let broken = DomainError.malformed("翻页链接不完整或已失效，请回到第一页重新查看。")

    /// Notices slips and cut links. It keeps no secret: a cursor that somebody makes up only names another
    /// place in a list which the query itself keeps to what they may see.
    private static func seal(_ content: Data) -> Data {
        Data(SHA256.hash(data: content).prefix(sealLength))
    }
}

extension Data {
    /// RFC 4648 §5, without padding.
    fileprivate var base64URL: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    fileprivate init?(base64URL text: String) {
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        self.init(base64Encoded: standard + String(repeating: "=", count: (4 - standard.count % 4) % 4))
    }
}

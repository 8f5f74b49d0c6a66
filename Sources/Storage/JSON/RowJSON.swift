import Foundation

extension Row {
    /// A value that ``encodeJSON(_:)`` stored in a `TEXT` column. Throws ``StorageError/column(_:)``.
    public func json<T: Decodable>(_ column: String, as type: T.Type = T.self) throws -> T {
        try required(optionalJSON(column), column)
    }

    /// A value that ``encodeJSON(_:)`` stored, or nil where the column is NULL.
    public func optionalJSON<T: Decodable>(_ column: String, as type: T.Type = T.self) throws -> T? {
        guard let text = try optionalText(column) else { return nil }
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw StorageError.column(column)
        }
    }
}

/// A value as JSON text with sorted keys, so that equal values have equal text.
/// Throws `EncodingError` for what JSON cannot say, such as an infinite number.
public func encodeJSON(_ value: some Encodable) throws -> String {
    let text = JSONText()
    try text.write(any: value)
    guard text.isBeyond else { return String(decoding: text.bytes, as: UTF8.self) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}

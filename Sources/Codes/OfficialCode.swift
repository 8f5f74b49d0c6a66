import Refusals

/// A text that a standard gives a form, and mostly a check digit: a value of the type is always well-formed.
///
/// What people type is taken kindly: full-width characters, lower case and surrounding spaces are put right.
public protocol OfficialCode: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Which code it is.
    static var kind: CodeKind { get }
    /// The code in its one normal form.
    var text: String { get }
    /// Reads what a person or a file wrote.
    ///
    /// - Throws: `CodeError`, which says what is wrong in a sentence.
    init(_ text: String) throws(CodeError)
}

extension OfficialCode {
    /// The code in its normal form.
    public var description: String { text }

    /// Reads a JSON string, refusing what is not well-formed with the sentence a person would see.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do {
            try self.init(text)
        } catch {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: error.sentence.chinese)
        }
    }

    /// Writes a JSON string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

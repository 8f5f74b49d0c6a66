/// A whole number in a body. One with a fraction, or too large for any machine, is refused at its member like a
/// text in its place would be, and not as if the document were broken.
struct WholeNumber: Codable, Sendable {
    let value: Int

    init(from decoder: any Decoder) throws {
        do {
            value = try decoder.singleValueContainer().decode(Int.self)
        } catch let error as DecodingError {
            throw error
        } catch {
            // Foundation only turns its own error for such numbers into a `DecodingError` at the very end, where
            // the member is no longer known.
            throw DecodingError.typeMismatch(
                Int.self, .init(codingPath: decoder.codingPath, debugDescription: "not a whole number"))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

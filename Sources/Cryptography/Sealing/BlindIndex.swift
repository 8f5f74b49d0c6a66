/// What lets an exact value be found in a sealed column: a keyed code of it in a column beside.
///
/// Who has the tables alone sees which rows are alike and nothing else; who has the key can try every value there is,
/// which is why it is another key than the one that seals.
public struct BlindIndex: Sendable, Hashable {
    /// How a value is brought into the one form that is looked up.
    public enum Form: Sendable, Hashable {
        /// Letters, digits: spaces off, full width to half width, capitals. For numbers on cards.
        case code
        /// A telephone number: its digits, without 86 in front of a mobile number.
        case telephone
    }

    /// Where the values stand: each column has a key of its own, so that equal values in two columns do not show.
    let use: String
    let form: Form
    let byteCount: Int

    /// The index of a column.
    ///
    /// - Parameter bits: how long the code is, a multiple of 8 up to 256. 128 for values that are unique: two never
    ///   meet by chance. Fewer make strangers meet, which hides more, and whoever searches must look at what he found.
    public init(_ table: StaticString, _ column: StaticString, form: Form, bits: Int = 128) {
        use = "index/\(table)/\(column)"
        self.form = form
        byteCount = min(max(bits / 8, 1), 32)
    }

    func normalised(_ value: String) -> [UInt8] {
        let narrow = value.unicodeScalars.compactMap { Self.narrowed($0) }
        switch form {
        case .code:
            return Array(String(String.UnicodeScalarView(narrow)).uppercased().utf8)
        case .telephone:
            let digits = narrow.filter { ("0"..."9").contains($0) }.map {
                UInt8(truncatingIfNeeded: $0.value)
            }
            let isAbroad = digits.count == 13 && digits.starts(with: Array("86".utf8))
            return isAbroad ? Array(digits.dropFirst(2)) : digits
        }
    }

    /// Half width (U+FF01–FF5E to U+0021–007E); nil for white space.
    private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar.properties.isWhitespace { return nil }
        guard (0xff01...0xff5e).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xfee0)
    }
}

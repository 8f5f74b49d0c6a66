/// Why a sheet could not be set.
public enum TypesettingError: Error, Sendable, Hashable {
    /// The content does not fit its place even in the smallest legible size; what it is, in words.
    case doesNotFit(String)
    /// The text is longer than a QR code can hold; its length in UTF-8 bytes.
    case codeTooLong(bytes: Int)
    /// Cairo gave up; its own words.
    case drawing(String)
}

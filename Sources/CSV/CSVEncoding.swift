import Foundation

/// The character encodings in which spreadsheets here save comma-separated values.
public enum CSVEncoding: String, Sendable, Codable, CaseIterable {
    /// UTF-8, with or without a mark at the beginning.
    case utf8 = "UTF-8"
    /// GB 18030, and with it GBK and GB 2312.
    case gb18030 = "GB18030"
}

extension CSVEncoding {
    /// The text of a cell without the white space around it; nil when the bytes are not in this encoding.
    ///
    /// The tabulator with which ``CSVLine`` marks text goes too, so that our own lines can be read again.
    public func text(_ bytes: [UInt8]) -> String? {
        let text =
            switch self {
            case .utf8: String(validating: bytes, as: UTF8.self)
            case .gb18030: String(data: Data(bytes), encoding: Self.foundationGB18030)
            }
        return text?.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Foundation has no name for it: its number is Core Foundation's (0x0632), marked as such.
    private static let foundationGB18030 = String.Encoding(rawValue: 0x8000_0632)
}

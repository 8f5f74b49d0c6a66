import Refusals

/// One record of a file of comma-separated values, as its bytes stand there.
public struct CSVRecord: Sendable, Hashable {
    /// The line of the file on which it begins, from 1.
    public let line: Int
    /// Its cells without their quotes, or why they cannot be told apart.
    public let cells: Result<[[UInt8]], CSVFault>
}

/// Why the cells of a record cannot be told apart.
public enum CSVFault: Error, Sendable, Hashable {
    /// It is longer than ``CSVReader/recordLimitBytes``.
    case tooLong
    /// A quotation mark is not closed within the limits of a record.
    case openQuote
    /// Something stands between a closing quotation mark and the next comma.
    case strayQuote

    /// What is wrong and what to do about it, for the person who made the file.
    public var sentence: Sentence {
        switch self {
        case .tooLong: "这一行超过 \(CSVReader.recordLimitBytes >> 10) KB，请核对有没有漏了换行。"
        case .openQuote: "这一行的引号没有闭合，请补上或删去多余的引号。"
        case .strayQuote: "这一行的引号后面应是逗号或换行，单元格里的引号请写成两个。"
        }
    }
}

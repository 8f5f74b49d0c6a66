/// Where a value stands. What was sealed there opens nowhere else, so that nobody who can write into the tables can
/// give one person's value to another.
public struct Place: Sendable, Hashable {
    let bytes: [UInt8]

    /// A column of a row.
    ///
    /// - Parameter row: the row's id, which must be known before the value is sealed.
    public init(_ table: StaticString, _ column: StaticString, row: Int64) {
        self.init(table: "\(table)", column: "\(column)", row: row)
    }

    /// The same by names that are known when the program runs.
    public init(table: String, column: String, row: Int64) {
        // A line end stands in no name, so that two places never read the same.
        bytes = Array("\(table)\n\(column)\n\(row)".utf8)
    }
}

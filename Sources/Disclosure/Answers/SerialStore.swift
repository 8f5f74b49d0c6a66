import Government
import Storage

/// Numbers of answers (文号): one row for each organ and year. A draft that comes to nothing leaves a gap.
enum SerialStore {
    /// The next number of an organ in a year: `市场监督管理局依申请公开〔2026〕12号`.
    static func take(for organ: Organ, year: Int, in tx: Transaction) throws -> String {
        let row = try tx.row(
            """
            INSERT INTO disclosure_serial (organ, year, last) VALUES (\(organ.key), \(year), 1)
            ON CONFLICT (organ, year) DO UPDATE SET last = disclosure_serial.last + 1 RETURNING last
            """)
        return "\(organ.name)依申请公开〔\(year)〕\(try row?.int("last") ?? 1)号"
    }
}

internal import CLibPQ

extension StorageError {
    /// What went wrong, from the SQLSTATE (PostgreSQL, appendix A) and the names the server gives with it.
    init(_ result: OpaquePointer, isConnected: Bool) {
        func field(_ code: Character) -> String {
            PQresultErrorField(result, Int32(code.asciiValue ?? 0)).map { String(cString: $0) } ?? ""
        }
        let state = field("C")
        // An error without a state is libpq's own: the line broke, whatever it believes of the connection.
        guard !state.isEmpty else {
            self = .unreachable(String(cString: PQresultErrorMessage(result)).trimmed)
            return
        }
        let message = "\(field("M")) (\(state))"
        self =
            switch state {
            case "23505": .unique(Self.columns(field("D"), of: field("t")) ?? field("n"))
            case "23503": .foreignKey
            case "23514": .check(field("n"))
            case "23502": .notNull("\(field("t")).\(field("c"))")
            case "P0001": .refused(field("M"))
            default: Self.failure(state, message, isConnected: isConnected)
            }
    }

    /// `Key (name, number)=(…) already exists.` in any language becomes `person.name, person.number`, which is
    /// what SQLite says.
    private static func columns(_ detail: String, of table: String) -> String? {
        guard let match = detail.firstMatch(of: /\(([^()]+)\)=\(/) else { return nil }
        return match.output.1.split(separator: ", ").map { "\(table).\($0)" }.joined(separator: ", ")
    }

    private static func failure(_ state: String, _ message: String, isConnected: Bool) -> StorageError {
        switch state {
        // 0A000: a statement was prepared before another node changed its table.
        case "40001", "40P01": .serialization
        case "0A000" where message.contains("cached plan"): .serialization
        // No statement of ours divides but the one that requires a row.
        case "22012": .outdated
        case "55P03": .busy
        case "57014": .timeout
        case "53100": .full
        case "58030": .io(message)
        // The primary has become a standby under us.
        case "25006": .readOnly
        case "XX001", "XX002": .damaged(message)
        case _ where state.hasPrefix("08") || state.hasPrefix("57P") || state.hasPrefix("53"):
            .unreachable(message)
        default: isConnected ? .other(message) : .unreachable(message)
        }
    }
}

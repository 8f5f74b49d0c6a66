/// The statements one connection has prepared, under the text and the types of the values: the same text with
/// a NULL in it is another statement, for its types are inferred anew.
struct PreparedStatements {
    /// Beyond so many all are forgotten: statements with lists have a text for each length.
    private static let limit = 400

    private struct Key: Hashable {
        let text: String
        let types: [UInt32]
    }

    private var known: [Key: PreparedStatement] = [:]
    private var made = 0

    /// Whether all are to be prepared anew.
    var isStale = false

    /// Whether so many more may be too many.
    func isFull(for count: Int) -> Bool { known.count + count > Self.limit }

    /// The statement, and whether it is still to be prepared under its name.
    mutating func statement(
        for text: String, _ parameters: PostgresParameters
    ) -> (statement: PreparedStatement, isNew: Bool) {
        let key = Key(text: text, types: parameters.types)
        if let statement = known[key] { return (statement, false) }
        made += 1
        let statement = PreparedStatement(name: "s\(made)")
        known[key] = statement
        return (statement, true)
    }

    /// `?` becomes `$1`, `$2` … except in quotes. The text comes from literals of the program.
    static func numbered(_ text: String) -> String {
        var numbered = ""
        var count = 0
        var quote: Character?
        for character in text {
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "'" || character == "\"" {
                quote = character
            } else if character == "?" {
                count += 1
                numbered += "$\(count)"
                continue
            }
            numbered.append(character)
        }
        return numbered
    }
}

/// One prepared statement, and the names of its columns once it has answered.
final class PreparedStatement {
    let name: String
    var columns: Row.Columns?

    init(name: String) {
        self.name = name
    }
}

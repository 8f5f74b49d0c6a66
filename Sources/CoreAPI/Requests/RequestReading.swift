import HTTPTypes
import Refusals
import Web

extension WebRequest {
    /// The case number in the path.
    func caseNumber() throws -> String { try parameter("number") }

    /// One of a few words of the query; nil when it is absent.
    ///
    /// - Throws: `invalid` naming the words that are allowed.
    func choice<Word: RawRepresentable<String> & CaseIterable>(_ name: String, of type: Word.Type) throws
        -> Word?
    {
        guard let text = query(name) else { return nil }
        guard let word = Word(rawValue: text) else {
            let allowed = Word.allCases.map(\.rawValue).joined(separator: "、")
            throw DomainError.invalid(name, "\(name) 只能是：\(allowed)。")
        }
        return word
    }

    /// Words to search for.
    ///
    /// - Throws: `invalid` when they are too long to be a search.
    func words(_ name: String, limit: Int) throws -> String? {
        guard let text = query(name) else { return nil }
        guard text.unicodeScalars.count <= limit else {
            throw DomainError.invalid(name, "\(name) 最多 \(limit) 个字。")
        }
        return text
    }

    /// The JSON document in the body; for calls whose members are all optional, no body at all is an empty one.
    func json<T: Decodable>(_ type: T.Type, whenAbsent value: T) async throws -> T {
        let isAbsent =
            header("Content-Type") == nil && header("Transfer-Encoding") == nil
            && (header("Content-Length") ?? "0") == "0"
        return isAbsent ? value : try await json(type)
    }
}

/// Yes or no in a query.
enum Truth: String, CaseIterable {
    case yes = "true"
    case no = "false"
}

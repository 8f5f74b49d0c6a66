import Refusals

/// A refusal with its words, as a test expects it.
enum Refused: Equatable {
    case notFound(String), forbidden(String), conflict(String)
    /// The words at each field.
    case invalid([String: String])
    /// Something else was thrown.
    case otherwise(String)

    init(_ error: any Error) {
        self =
            switch error {
            case DomainError.notFound(let sentence): .notFound(sentence.chinese)
            case DomainError.forbidden(let sentence): .forbidden(sentence.chinese)
            case DomainError.conflict(let sentence): .conflict(sentence.chinese)
            case DomainError.invalid(let fields):
                .invalid(Dictionary(fields.map { ($0.field, $0.sentence.chinese) }) { first, _ in first })
            default: .otherwise(String(describing: error))
            }
    }

    /// One field that was not taken.
    static func invalid(_ field: String, _ words: String) -> Refused { .invalid([field: words]) }
}

/// How the rule refuses; `nil` when it does not.
func refusal<T>(_ rule: () throws -> T) -> Refused? {
    do {
        _ = try rule()
        return nil
    } catch {
        return Refused(error)
    }
}

/// How the change refuses; `nil` when it does not.
func refusal<T>(_ change: () async throws -> T) async -> Refused? {
    do {
        _ = try await change()
        return nil
    } catch {
        return Refused(error)
    }
}

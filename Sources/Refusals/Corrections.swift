/// Gathers what is wrong with what was entered, so that a person is told of all of it at once.
public struct Corrections: Sendable {
    /// What is wrong, the first for each field.
    public private(set) var errors: [FieldError] = []

    /// Nothing is wrong yet.
    public init() {}

    /// Takes one step.
    ///
    /// - Returns: what it makes; `nil` when it refuses a field, which is kept.
    /// - Throws: every other refusal.
    @discardableResult
    public mutating func take<Value>(_ step: () throws -> Value) throws -> Value? {
        do {
            return try step()
        } catch DomainError.invalid(let found) {
            for error in found { add(error.field, error.sentence) }
            return nil
        }
    }

    /// Keeps what is wrong with a field, unless something is already.
    public mutating func add(_ field: String, _ sentence: Sentence) {
        guard !errors.contains(where: { $0.field == field }) else { return }
        errors.append(FieldError(field, sentence))
    }

    /// What a step has made, when nothing at all is wrong.
    ///
    /// - Throws: `invalid` with everything that was gathered.
    public func require<Value>(_ value: Value?) throws -> Value {
        guard errors.isEmpty, let value else { throw DomainError.invalid(errors) }
        return value
    }
}

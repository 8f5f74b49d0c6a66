import Refusals

/// What is wrong with a form, gathered field by field, so that it is said all at once.
struct Faults {
    private(set) var errors: [FieldError] = []

    /// What a part of the form comes to; nil when something is wrong there, which is kept.
    ///
    /// - Throws: every other refusal at once.
    mutating func part<T>(_ work: () throws -> T) throws -> T? {
        do { return try work() } catch DomainError.invalid(let found) {
            errors += found
            return nil
        }
    }
}

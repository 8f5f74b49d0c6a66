import Refusals

/// What a refusal says, however its parameters stand apart.
func refusal(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return (error as? DomainError)?.sentence.chinese }
    return nil
}

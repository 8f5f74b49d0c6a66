import Synchronization

/// Remembers what the texts of a row were read as: a case is changed several times in a short while, and most of it
/// stands in the same words each time.
///
/// What is remembered counts only while the texts are the same, so nothing in here can be out of date: it does not
/// matter who wrote them, or whether a transaction was undone.
public final class Recalled<Value: Sendable>: Sendable {
    private struct Known {
        let texts: [String]
        let value: Value
    }

    /// When the new ones are many, they become the old ones, and the old ones are forgotten.
    private struct Generations {
        var new: [Int64: Known] = [:]
        var old: [Int64: Known] = [:]
    }

    private let limit: Int
    private let known = Mutex(Generations())

    /// - Parameter limit: how many rows are remembered at least; there may be twice as many.
    public init(limit: Int) {
        self.limit = limit
    }

    /// The value of these texts, read only when it is not known. Throws what reading throws.
    ///
    /// - Parameter id: of the row they stand in.
    public func value(of id: Int64, _ texts: [String], read: () throws -> Value) rethrows -> Value {
        let found = known.withLock { $0.new[id] ?? $0.old[id] }
        if let found, found.texts == texts { return found.value }
        let value = try read()
        keep(value, of: id, texts)
        return value
    }

    /// Remembers a value that was just written as these texts.
    public func keep(_ value: Value, of id: Int64, _ texts: [String]) {
        known.withLock { known in
            if known.new.count >= limit { known = Generations(old: known.new) }
            known.new[id] = Known(texts: texts, value: value)
        }
    }
}

import Synchronization

/// Values that stand as JSON in many rows alike, such as the rules a case was begun with: each is read and written
/// once, for that costs as much as all else in a small change.
public final class RepeatedJSON<Value: Codable & Sendable>: Sendable {
    fileprivate struct Known {
        var values: [String: Value] = [:]
        var texts: [AnyHashable: String] = [:]
    }

    private let limit: Int
    fileprivate let known = Mutex(Known())

    /// - Parameter limit: how many values are kept; beyond, all are forgotten.
    public init(limit: Int = 256) {
        self.limit = limit
    }

    /// The value in a column. Throws ``StorageError/column(_:)``.
    public func value(_ row: Row, _ column: String) throws -> Value {
        let text = try row.text(column)
        if let value = known.withLock({ $0.values[text] }) { return value }
        let value: Value = try row.json(column)
        keep { $0.values[text] = value }
        return value
    }

    fileprivate func keep(_ add: (inout Known) -> Void) {
        known.withLock { known in
            if max(known.values.count, known.texts.count) >= limit { known = Known() }
            add(&known)
        }
    }
}

extension RepeatedJSON where Value: Hashable {
    /// The text of a value, as ``encodeJSON(_:)`` writes it. Throws `EncodingError`.
    public func text(_ value: Value) throws -> String {
        if let text = known.withLock({ $0.texts[value] }) { return text }
        let text = try encodeJSON(value)
        keep { $0.texts[value] = text }
        return text
    }
}

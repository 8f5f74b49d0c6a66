import Synchronization

/// Values that stand as JSON in many rows alike, such as the rules a case was begun with: each is read once, for that
/// costs as much as all else in a small change.
public final class RepeatedJSON<Value: Decodable & Sendable>: Sendable {
    /// A text by its bytes: Swift's own hash looks at characters first, which takes long in Chinese.
    private struct Bytes: Hashable {
        let text: String

        static func == (one: Bytes, other: Bytes) -> Bool {
            one.text.utf8.count == other.text.utf8.count && one.text == other.text
        }

        func hash(into hasher: inout Hasher) {
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    private let limit: Int
    private let known = Mutex<[Bytes: Value]>([:])

    /// - Parameter limit: how many values are kept; beyond, all are forgotten.
    public init(limit: Int = 256) {
        self.limit = limit
    }

    /// The value in a column. Throws ``StorageError/column(_:)``.
    public func value(_ row: Row, _ column: String) throws -> Value {
        let text = Bytes(text: try row.text(column))
        if let value = known.withLock({ $0[text] }) { return value }
        let value: Value = try row.json(column)
        known.withLock { known in
            if known.count >= limit { known = [:] }
            known[text] = value
        }
        return value
    }
}

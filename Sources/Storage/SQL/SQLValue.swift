import Foundation
internal import Glibc

/// A value as the database holds it.
public enum SQLValue: Sendable, Hashable {
    /// No value.
    case null
    /// `BIGINT`: ids, numbers, 0/1, instants in milliseconds.
    case integer(Int64)
    /// `DOUBLE PRECISION`: averages, coordinates. Never money.
    case real(Double)
    /// `TEXT`: words, days as ISO dates, JSON.
    case text(String)
    /// Bytes: digests, salts.
    case data(Data)
}

/// What may stand in a `\(…)` of an ``SQL`` literal.
public protocol SQLConvertible {
    /// The value to bind.
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
    /// The value itself.
    public var sqlValue: SQLValue { self }
}

extension String: SQLConvertible {
    /// `TEXT`.
    public var sqlValue: SQLValue { .text(self) }
}

extension Int: SQLConvertible {
    /// `BIGINT`.
    public var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLConvertible {
    /// `BIGINT`.
    public var sqlValue: SQLValue { .integer(self) }
}

extension Double: SQLConvertible {
    /// `DOUBLE PRECISION`.
    public var sqlValue: SQLValue { .real(self) }
}

extension Bool: SQLConvertible {
    /// 0 or 1.
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Data: SQLConvertible {
    /// Bytes.
    public var sqlValue: SQLValue { .data(self) }
}

extension SQLValue {
    /// Throws ``StorageError/nulByte``: both engines cut a text at NUL without a word, so what was checked would
    /// not be what is stored.
    func requireNoNUL() throws(StorageError) {
        guard case .text(var text) = self else { return }
        let holdsNUL = text.withUTF8 { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        }
        if holdsNUL { throw .nulByte }
    }
}

import WorkingTime

extension Instant: SQLConvertible {
    /// Milliseconds since 1970, UTC.
    public var sqlValue: SQLValue { .integer(milliseconds) }
}

extension CivilDate: SQLConvertible {
    /// The ISO date, which sorts as text.
    public var sqlValue: SQLValue { .text(iso) }
}

extension Row {
    /// An instant stored as milliseconds. Throws ``StorageError/column(_:)``.
    public func instant(_ column: String) throws -> Instant {
        Instant(milliseconds: try id(column))
    }

    /// An instant, or nil where the column is NULL. Throws ``StorageError/column(_:)``.
    public func optionalInstant(_ column: String) throws -> Instant? {
        try optionalID(column).map(Instant.init(milliseconds:))
    }

    /// A day stored as an ISO date. Throws ``StorageError/column(_:)``.
    public func day(_ column: String) throws -> CivilDate {
        try required(optionalDay(column), column)
    }

    /// A day, or nil where the column is NULL. Throws ``StorageError/column(_:)``.
    public func optionalDay(_ column: String) throws -> CivilDate? {
        guard let text = try optionalText(column) else { return nil }
        return try required(CivilDate(iso: text), column)
    }
}

extension Cursor {
    /// A cursor over an instant.
    public init(key: Instant, id: Int64) {
        self.init(key: key.milliseconds, id: id)
    }
}

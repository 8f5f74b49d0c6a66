import Foundation

/// The values of a statement as the wire wants them: types, and bytes in PostgreSQL's binary form.
struct PostgresParameters {
    /// OIDs of `pg_type`; 0 lets the server infer the type of a NULL.
    private(set) var types: [UInt32] = []
    private var lengths: [Int32] = []
    /// Where each value begins in `bytes`; nil for NULL.
    private var places: [Int?] = []
    private var bytes: [UInt8] = []

    /// Throws ``StorageError/nulByte``.
    init(_ values: [SQLValue]) throws(StorageError) {
        for value in values {
            try value.requireNoNUL()
            add(value)
        }
    }

    private mutating func add(_ value: SQLValue) {
        let start = bytes.count
        switch value {
        case .null:
            types.append(0)
        case .integer(let number):
            types.append(PostgresType.int8)
            append(UInt64(bitPattern: number))
        case .real(let number):
            types.append(PostgresType.float8)
            append(number.bitPattern)
        case .text(let text):
            types.append(PostgresType.text)
            bytes.append(contentsOf: text.utf8)
        case .data(let data):
            types.append(PostgresType.bytea)
            bytes.append(contentsOf: data)
        }
        places.append(value == .null ? nil : start)
        lengths.append(Int32(bytes.count - start))
    }

    private mutating func append(_ number: UInt64) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// The three arrays that libpq asks for, alive while the body runs.
    func withPointers<T>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> T
    ) -> T {
        // One byte more, so that the empty text has an address too: a null pointer would mean NULL.
        (bytes + [0]).withUnsafeBytes { raw in
            let pointers = places.map { place in
                place.flatMap { raw.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
            }
            return body(pointers, lengths, [Int32](repeating: 1, count: lengths.count))
        }
    }
}

/// The types the portable dialect meets, by their OID.
enum PostgresType {
    static let bool: UInt32 = 16
    static let bytea: UInt32 = 17
    static let int8: UInt32 = 20
    static let int2: UInt32 = 21
    static let int4: UInt32 = 23
    static let text: UInt32 = 25
    static let oid: UInt32 = 26
    static let float4: UInt32 = 700
    static let float8: UInt32 = 701
    static let numeric: UInt32 = 1700
}

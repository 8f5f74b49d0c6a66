/// The members of an object. What most members are has a way of its own, which is quicker than to find out.
struct JSONObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: JSONTextEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { add(key) { $0.writeNull() } }
    func encode(_ value: String, forKey key: Key) { add(key) { $0.write(value) } }
    func encode(_ value: Int, forKey key: Key) { add(key) { $0.write(value) } }
    func encode(_ value: Int64, forKey key: Key) { add(key) { $0.write(value) } }
    func encode(_ value: Bool, forKey key: Key) { add(key) { $0.write(value) } }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try add(key) { try $0.write(any: value) }
    }

    func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
        if let value { try encode(value, forKey: key) }
    }

    @inline(__always)
    private func add(_ key: Key, _ write: (JSONText) throws -> Void) rethrows {
        let name = key.stringValue
        let begin = encoder.begin(name)
        try write(encoder.text)
        encoder.end(name, from: begin)
    }

    // Nobody here nests by hand; if somebody does, Foundation writes it.
    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
        -> KeyedEncodingContainer<Nested>
    { encoder.elsewhere().container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder.elsewhere().unkeyedContainer()
    }

    func superEncoder() -> any Encoder { encoder.elsewhere() }
    func superEncoder(forKey key: Key) -> any Encoder { encoder.elsewhere() }
}

/// The elements of an array.
struct JSONArrayContainer: UnkeyedEncodingContainer {
    let encoder: JSONTextEncoder
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    init(encoder: JSONTextEncoder) { self.encoder = encoder }

    mutating func encodeNil() {
        separate()
        encoder.text.writeNull()
    }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        separate()
        try encoder.text.write(any: value)
    }

    private mutating func separate() {
        if count > 0 { encoder.text.write(sign: ",") }
        count += 1
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        encoder.elsewhere().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.elsewhere().unkeyedContainer() }
    func superEncoder() -> any Encoder { encoder.elsewhere() }
}

/// A value that is neither.
struct JSONSingleContainer: SingleValueEncodingContainer {
    let text: JSONText
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { text.writeNull() }
    func encode(_ value: String) { text.write(value) }
    func encode(_ value: Int) { text.write(value) }
    func encode<Value: Encodable>(_ value: Value) throws { try text.write(any: value) }
}

extension JSONTextEncoder {
    /// An encoder whose text nobody reads: the whole is left to Foundation.
    fileprivate func elsewhere() -> JSONTextEncoder {
        text.giveUp()
        return JSONTextEncoder(JSONText())
    }
}

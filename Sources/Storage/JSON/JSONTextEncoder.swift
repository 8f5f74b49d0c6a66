/// What one value says of itself, as ``JSONText``.
final class JSONTextEncoder: Encoder {
    let text: JSONText
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private enum Kind { case nothing, single, array, object }

    @exclusivity(unchecked) private var kind = Kind.nothing
    private let start: Int
    /// Where its own members begin among those of all objects.
    private let firstMember: Int
    @exclusivity(unchecked) private var isSorted = true

    init(_ text: JSONText) {
        self.text = text
        start = text.bytes.count
        firstMember = text.members.count
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        become(.object)
        return KeyedEncodingContainer(JSONObjectContainer(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        become(.array)
        return JSONArrayContainer(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        become(.single)
        return JSONSingleContainer(text: text)
    }

    private func become(_ kind: Kind) {
        guard self.kind != kind else { return }
        guard self.kind == .nothing else { return text.giveUp() }
        self.kind = kind
        if kind == .object { text.write(sign: "{") }
        if kind == .array { text.write(sign: "[") }
    }

    /// Writes the name of a member, and tells where the member begins.
    func begin(_ name: String) -> Int {
        if text.members.count > firstMember {
            text.write(sign: ",")
            isSorted = isSorted && Self.precedes(text.members[text.members.count - 1].name, name)
        }
        let begin = text.bytes.count
        text.write(name)
        text.write(sign: ":")
        return begin
    }

    /// Ends the member that began there.
    func end(_ name: String, from begin: Int) {
        text.members.append(JSONText.Member(name: name, range: begin..<text.bytes.count))
    }

    /// Ends the value, and puts the members of an object in order.
    func close() {
        switch kind {
        case .nothing: text.giveUp()
        case .single: break
        case .array: text.write(sign: "]")
        case .object:
            if !isSorted { sort() }
            text.members.removeSubrange(firstMember...)
            text.write(sign: "}")
        }
    }

    private func sort() {
        let members = text.members[firstMember...].sorted { Self.precedes($0.name, $1.name) }
        var sorted = [UInt8(ascii: "{")]
        sorted.reserveCapacity(text.bytes.count - start)
        for (place, member) in members.enumerated() {
            if place > 0 {
                sorted.append(UInt8(ascii: ","))
                if members[place - 1].name == member.name { text.giveUp() }
            }
            sorted.append(contentsOf: text.bytes[member.range])
        }
        text.replace(from: start, with: sorted)
    }

    private static func precedes(_ first: String, _ second: String) -> Bool {
        first.utf8.lexicographicallyPrecedes(second.utf8)
    }
}

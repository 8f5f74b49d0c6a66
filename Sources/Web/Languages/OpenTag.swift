/// An opening tag of a finished page, with its attributes.
struct OpenTag {
    private(set) var bytes: ArraySlice<UInt8>
    let name: String
    /// Where the attributes and their values stand.
    private let attributes: [(name: String, value: Range<Int>)]

    /// - Parameter bytes: from `<` to `>`.
    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        let end = bytes.firstIndex { [0x20, 0x0A, 0x2F, 0x3E].contains($0) } ?? bytes.endIndex
        name = String(decoding: bytes[bytes.startIndex..<end].dropFirst(), as: UTF8.self)
        var attributes: [(String, Range<Int>)] = []
        var place = end
        while let equals = bytes[place...].firstRange(of: [0x3D, 0x22])?.lowerBound,
            let close = bytes[(equals + 2)...].firstIndex(of: 0x22)
        {
            let blank = bytes[place..<equals].lastIndex { $0 == 0x20 || $0 == 0x0A } ?? place
            let word = bytes[(blank + 1)..<equals]
            attributes.append((String(decoding: word, as: UTF8.self), equals + 2..<close))
            place = close + 1
        }
        self.attributes = attributes
    }

    /// Whether it ends itself, as elements of a drawing do.
    var isClosed: Bool { bytes.dropLast().last == 0x2F }

    /// What an attribute says; nil when there is none of this name.
    func value(of attribute: String) -> String? {
        attributes.first { $0.name == attribute }.map { String(decoding: bytes[$0.value], as: UTF8.self) }
    }

    /// The tag with other values.
    func changed(_ change: (String, String) -> String) -> ArraySlice<UInt8> {
        guard !attributes.isEmpty else { return bytes }
        var output: [UInt8] = []
        var place = bytes.startIndex
        for (name, range) in attributes {
            output += bytes[place..<range.lowerBound]
            output += change(name, String(decoding: bytes[range], as: UTF8.self)).utf8
            place = range.upperBound
        }
        return (output + bytes[place...])[...]
    }

    /// Behind the `>` that ends the tag at the beginning; a value may hold one.
    static func end(in bytes: ArraySlice<UInt8>) -> Int {
        var isQuoted = false
        for place in bytes.indices {
            if bytes[place] == 0x22 { isQuoted.toggle() }
            if bytes[place] == 0x3E, !isQuoted { return place + 1 }
        }
        return bytes.endIndex
    }
}

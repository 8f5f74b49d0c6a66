import HTTPTypes

extension WebRequest {
    /// The request as its page is known by: of all the ways to spell an address one, and of the query only what the page
    /// reads, the first value of each name, in the order given.
    ///
    /// What else is written into an address (a slash too many, encoded letters, parameters nobody knows) leads to the same
    /// page and must not stand on it: it would be shown to whoever comes next.
    func tidied(asking names: [String]) -> WebRequest {
        var request = self
        request.queryPairs = names.compactMap { name in query(name).map { (name, $0) } }
        request.path = Self.tidied(path)
        var bytes: [UInt8] = []
        for (index, pair) in request.queryPairs.enumerated() {
            bytes.append(UInt8(ascii: index == 0 ? "?" : "&"))
            Escaping.appendURLComponent(pair.name, to: &bytes)
            bytes.append(UInt8(ascii: "="))
            Escaping.appendURLComponent(pair.value, to: &bytes)
        }
        request.uri = request.path + String(decoding: bytes, as: UTF8.self)
        return request
    }

    /// A path without empty parts, each part encoded where it must be and nowhere else.
    static func tidied(_ path: String) -> String {
        var bytes: [UInt8] = []
        for part in path.split(separator: "/") {
            bytes.append(UInt8(ascii: "/"))
            guard let plain = try? PercentCoding.decode(part, plusIsSpace: false) else {
                bytes += part.utf8
                continue
            }
            Escaping.appendURLComponent(plain, to: &bytes)
        }
        return bytes.isEmpty ? "/" : String(decoding: bytes, as: UTF8.self)
    }
}

/// The parameters behind a header's value: `form-data; name="file"; filename="营业执照.pdf"`.
struct HeaderParameters {
    private var values: [String: String] = [:]

    init(_ header: String) {
        var rest = header.drop { $0 != ";" }.dropFirst()
        while !rest.isEmpty {
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest[name.endIndex...]
            guard rest.first == "=" else {
                rest = rest.dropFirst()
                continue
            }
            let value = HeaderParameters.value(&rest)
            values[name.filter { !$0.isWhitespace }.lowercased()] = value
            rest = rest.drop { $0 != ";" }.dropFirst()
        }
    }

    func value(_ name: String) -> String? { values[name] }

    /// Browsers write `%22` for a quote inside a quoted value; a backslash stands for itself.
    private static func value(_ rest: inout Substring) -> String {
        rest = rest.dropFirst()
        guard rest.first == "\"" else {
            let value = rest.prefix { $0 != ";" }
            rest = rest[value.endIndex...]
            return String(value.filter { !$0.isWhitespace })
        }
        let value = rest.dropFirst().prefix { $0 != "\"" }
        rest = rest[value.endIndex...].dropFirst()
        return String(value.replacing("%22", with: "\""))
    }
}

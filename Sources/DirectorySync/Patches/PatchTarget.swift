import Refusals

/// What a PATCH is about: an attribute, some of its values, a part of them (RFC 7644 §3.5.2).
struct PatchTarget: Hashable {
    let path: ScimPath
    /// Which of many values.
    let filter: ScimFilter?
    /// The part of the values that the filter finds.
    let part: ScimAttribute?

    /// - Throws: ``ScimFault`` with `invalidPath`, or `mutability` for what only the service writes.
    init(_ text: String, in type: ScimResourceType) throws {
        guard let open = text.firstIndex(of: "[") else {
            guard let path = ScimPath(text, in: type) else { throw Self.unknown(text) }
            self.path = path
            (filter, part) = (nil, path.part)
            try requireWritable()
            return
        }
        guard let path = ScimPath(String(text[..<open]), in: type), let attribute = path.attribute,
            path.part == nil
        else { throw Self.unknown(text) }
        var rest = text[open...]
        do { filter = try FilterReading.filter(FilterWord.bracketed(&rest), inside: attribute) } catch {
            throw Self.unknown(text)
        }
        self.path = path
        part = rest.hasPrefix(".") ? attribute.part(String(rest.dropFirst())) : nil
        guard rest.isEmpty || part != nil else { throw Self.unknown(text) }
        try requireWritable()
    }

    private func requireWritable() throws {
        let isReadOnly = [path.attribute, part].contains { $0?.mutability == .readOnly }
        if isReadOnly { throw ScimFault(.mutability, "属性 \(path.keys.joined(separator: ".")) 只能读取，不能修改。") }
    }

    private static func unknown(_ text: String) -> ScimFault {
        ScimFault(.invalidPath, "路径 \(text.prefix(200)) 不存在或写法不对。")
    }
}

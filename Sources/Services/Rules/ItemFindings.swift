/// Items that cannot be published, with everything that is wrong with them.
public struct ItemFindings: Error, CustomStringConvertible {
    /// What is wrong.
    public let findings: [ItemFinding]

    /// One line for each finding.
    public var description: String { findings.map(\.description).joined(separator: "\n") }

    /// What is wrong with the items, each by itself and together.
    public static func all(in items: [ServiceItem], known: KnownNames) -> [ItemFinding] {
        items.flatMap { $0.findings(known: known) + $0.jointFindings(children: items) } + repeated(items)
    }

    /// - Throws: `ItemFindings` unless there is nothing to mend.
    static func refuse(_ items: [ServiceItem], known: KnownNames) throws(ItemFindings) {
        let findings = all(in: items, known: known)
        guard findings.isEmpty else { throw ItemFindings(findings: findings) }
    }

    /// Two items may share neither slug nor code nor place.
    private static func repeated(_ items: [ServiceItem]) -> [ItemFinding] {
        let keys: [(String, (ServiceItem) -> String)] = [
            ("slug", \.slug), ("basic_code", { $0.basicCode ?? $0.jointCode ?? "" }),
            ("position", { String($0.position) }),
        ]
        return keys.flatMap { path, key in
            Dictionary(grouping: items, by: key).values.filter { $0.count > 1 }.map { same in
                same[0].finding(path, "与“\(same[1].slug)”相同")
            }
        }
    }
}

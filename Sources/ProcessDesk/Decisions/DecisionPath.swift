import BusinessProcess
import Cases
import DecisionModel

/// Where the pages of decision tables stand.
enum DecisionPath {
    static let list = ProcessDeskPath.decisions
    static let template = "\(list)/{id}"
    static let versionTemplate = "\(template)/versions/{version}"

    /// Where a file of tables is brought.
    static let imports = "\(list)/imports"

    static func table(_ id: String) -> String { "\(list)/\(id)" }

    /// The page of one version.
    static func page(of version: DecisionVersion) -> String {
        "\(table(version.table.id))?version=\(version.version)"
    }

    /// Where the next version is begun.
    static func versions(of id: String) -> String { "\(table(id))/versions" }

    /// Where one version is changed.
    static func version(_ version: DecisionVersion) -> String {
        "\(versions(of: version.table.id))/\(version.version)"
    }

    static func publication(of version: DecisionVersion) -> String { "\(self.version(version))/publication" }
    static func retirement(of version: DecisionVersion) -> String { "\(self.version(version))/retirement" }
    static func file(of version: DecisionVersion) -> String { "\(self.version(version))/file" }
}

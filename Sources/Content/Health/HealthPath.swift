/// Where the health of sites and the corrections of readers stand, written once.
enum HealthPath {
    /// All sites.
    static let overview = "/desk/content/health"
    /// The rules of inspection.
    static let rules = "/desk/inspection-rules"

    /// A site as an inspector sees it.
    static func site(_ id: String) -> String { "\(overview)/\(id)" }
    /// Where findings of people are recorded.
    static func findings(_ id: String) -> String { "\(site(id))/findings" }
    /// The report of a quarter.
    static func report(_ id: String, _ quarter: String) -> String { "\(site(id))/quarters/\(quarter)" }
    /// The same as a file.
    static func reportFile(_ id: String, _ quarter: String) -> String { "\(report(id, quarter)).csv" }
}

/// What has been entered or is known, as pairs: the page on which answers are checked, the head of a case.
public struct SummaryList: Sendable {
    /// A pair.
    public struct Row: Sendable {
        let label: String
        let value: HTML
        let provenance: String?
        let change: String?

        /// A pair; `change` is the page on which the value can be changed.
        public init(_ label: String, _ value: HTML, provenance: String? = nil, change: String? = nil) {
            self.label = label
            self.value = value
            self.provenance = provenance
            self.change = change
        }
    }

    private let rows: [Row]

    /// The pairs.
    public init(_ rows: [Row]) { self.rows = rows }

    /// The list.
    public var html: HTML { "<dl class=\"summary\">\(each: rows, row)</dl>" }

    private func row(_ row: Row) -> HTML {
        """
        <div><dt>\(row.label)</dt><dd>\(row.value)\(source(row))</dd>\(change(row))</div>
        """
    }

    private func source(_ row: Row) -> HTML? {
        row.provenance.map { "<p class=\"provenance\">来自\($0)</p>" }
    }

    private func change(_ row: Row) -> HTML? {
        row.change.map {
            "<dd class=\"summary-change\"><a href=\"\($0)\">更改<span class=\"sr\">\(row.label)</span></a></dd>"
        }
    }
}

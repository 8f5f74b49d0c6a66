/// Rows of columns; on a phone every row becomes a card whose cells carry their column's title.
public struct Table: Sendable {
    /// A column.
    public struct Column: Sendable {
        let title: String
        let isNumber: Bool

        /// A column; numbers are set in figures of one width and do not break.
        public init(_ title: String, isNumber: Bool = false) {
            self.title = title
            self.isNumber = isNumber
        }
    }

    private let caption: String
    private let columns: [Column]
    private let rows: [[HTML]]

    /// A table; the first cell of a row names the row. The caption is read by screen readers.
    public init(_ caption: String, columns: [Column], rows: [[HTML]]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }

    /// The table.
    public var html: HTML {
        """
        <table class="table"><caption class="sr">\(caption)</caption>
        <thead><tr>\(each: columns, { "<th scope=\"col\"\(attribute: "class", $0.isNumber ? "num" : nil)>\($0.title)</th>" })</tr></thead>
        <tbody>\(each: rows, row)</tbody></table>
        """
    }

    private func row(_ cells: [HTML]) -> HTML {
        "<tr>\(each: zip(columns, cells).enumerated(), { index, cell in index == 0 ? head(cell.1) : data(cell.0, cell.1) })</tr>\n"
    }

    private func head(_ content: HTML) -> HTML { "<th scope=\"row\">\(content)</th>" }

    private func data(_ column: Column, _ content: HTML) -> HTML {
        "<td data-label=\"\(column.title)\"\(attribute: "class", column.isNumber ? "num" : nil)><div>\(content)</div></td>"
    }
}

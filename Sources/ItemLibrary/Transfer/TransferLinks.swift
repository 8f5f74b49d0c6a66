import Web

/// The files that can be taken away: items and joint services, each as a spreadsheet and as CSV.
struct TransferLinks {
    let title: String
    let path: String

    init(_ title: String, _ path: String) { (self.title, self.path) = (title, path) }

    var html: HTML {
        """
        <details class="more"><summary>\(title)</summary><ul class="links">\(each: ItemExport.Kind.allCases, { kind in
            "\(each: ItemExport.Format.allCases, { format in link(kind, format) })"
        })</ul></details>
        """
    }

    private func link(_ kind: ItemExport.Kind, _ format: ItemExport.Format) -> HTML {
        "<li><a href=\"\(path)?kind=\(kind.rawValue)&format=\(format.rawValue)\">\(kind.chinese)（\(format == .csv ? "CSV" : "xlsx")）</a></li>"
    }
}

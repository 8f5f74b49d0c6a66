extension Field {
    /// How many empty rows stand below what has been entered; a script adds more.
    private static let spareRows = 2

    /// Rows of columns: the cell of row 0, column `name` is sent as `partners.0.name`.
    var table: HTML {
        """
        <div class="rows" data-rows>\(each: 0..<(rows.count + Field.spareRows), row)</div>
        """
    }

    private func row(_ index: Int) -> HTML {
        """
        <div class="row" role="group" aria-label="第 \(index + 1) 行">\(each: columns.enumerated(), { place, column in
            cell(column, row: index, isFirst: index == 0 && place == 0)
        })</div>
        """
    }

    private func cell(_ column: Field, row: Int, isFirst: Bool) -> HTML {
        var cell = column
        cell.name = "\(name).\(row).\(column.name)"
        cell.values = rows.indices.contains(row) ? [rows[row][column.name] ?? ""] : []
        cell.isRequired = column.isRequired && row < rows.count
        cell.error = nil
        guard isFirst else { return cell.cellHTML }
        return "<span class=\"anchor\" id=\"\(anchor)\" tabindex=\"-1\"></span>\(cell.cellHTML)"
    }

    /// A cell carries its column's label, but not the mark of what is optional: rows may stay empty.
    private var cellHTML: HTML {
        """
        <div class="cell"><label class="label" for="\(anchor)">\(label)</label>
        \(options.isEmpty ? input : select)</div>
        """
    }
}

extension FormData {
    /// The rows of a table field, without those in which nothing was entered.
    public func rows(_ name: String, columns: [String]) -> [[String: String]] {
        let prefix = "\(name)."
        let numbers = Set(
            names.filter { $0.hasPrefix(prefix) }
                .compactMap { $0.dropFirst(prefix.count).split(separator: ".").first.flatMap { Int($0) } })
        return numbers.sorted().compactMap { number in
            let row = columns.reduce(into: [String: String]()) { row, column in
                row[column] = self["\(prefix)\(number).\(column)"] ?? ""
            }
            return row.values.allSatisfy(\.isEmpty) ? nil : row
        }
    }
}

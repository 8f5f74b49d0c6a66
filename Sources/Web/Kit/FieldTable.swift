extension Field {
    /// Rows of columns: the cell of row 0, column `name` is sent as `partners.0.name`. A script adds more rows, unless the
    /// page has buttons of its own for that.
    var table: HTML {
        """
        <div class="rows"\(attribute: "data-rows", if: !hasRowButtons)>\(each: 0..<rowCount, row)</div>
        \(if: hasRowButtons, addition)
        """
    }

    private var rowCount: Int { rows.count + spareRows }

    private func row(_ index: Int) -> HTML {
        """
        <div class="row" role="group" aria-label="第 \(index + 1) 行">\(each: columns.enumerated(), { place, column in
            cell(column, row: index, isFirst: index == 0 && place == 0)
        })\(if: hasRowButtons && rowCount > 1, removal(index))</div>
        """
    }

    /// The row that comes next is where the page shall open again.
    private var addition: HTML {
        """
        <button class="button quiet small" name="\(Field.rowButtonName)" value="more:\(name)" \
        formaction="#\(anchor).\(rowCount).\(columns.first?.name ?? "")">再加一行</button>
        """
    }

    private func removal(_ index: Int) -> HTML {
        """
        <div class="cell"><button class="button quiet small" name="\(Field.rowButtonName)" \
        value="less:\(name).\(index)" formaction="#\(anchor)">去掉第 \(index + 1) 行</button></div>
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
        \(cellControl)</div>
        """
    }

    private var cellControl: HTML {
        switch kind {
        case .longText: textArea
        default: options.isEmpty ? input : select
        }
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

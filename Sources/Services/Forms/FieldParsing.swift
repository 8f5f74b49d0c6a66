/// From the strings of an HTML form to answers. Nothing is refused here: what cannot be read stays a string,
/// so that the page shows it again and `check` says what is wrong.
extension FormField {
    /// The answer in the inputs named `inputName`, or nil when there was none.
    public func parse(_ strings: [String]) -> FormValue? {
        if kind == .choices {
            let picks = strings.filter { !$0.isEmpty }
            return picks.isEmpty ? nil : .list(picks)
        }
        // A checkbox is often preceded by a hidden “false”; the last one is what the person did.
        return strings.last.map { .string($0) }
    }

    /// The rows of a table, from inputs named `form.<table>.<row>.<column>` with rows from 0; rows in which
    /// nothing was filled in are left out.
    public func parseRows(_ strings: (_ inputName: String) -> [String]) -> FormValue? {
        let rows = (0..<Self.defaultMaxRows).map { row in
            columns.reduce(into: [String: FormValue]()) { cells, column in
                let value = column.parse(strings("\(inputName).\(row).\(column.name)"))
                if let value, !value.isEmpty { cells[column.name] = value }
            }
        }
        let filled = rows.filter { !$0.isEmpty }
        return filled.isEmpty ? nil : .table(filled)
    }
}

extension FormPage {
    /// The answers of this page; `strings` gives all values of an input, as `FormData.all` does.
    public func parse(_ strings: (_ inputName: String) -> [String]) -> [String: FormValue] {
        fields.reduce(into: [:]) { form, field in
            form[field.name] =
                field.kind == .table ? field.parseRows(strings) : field.parse(strings(field.inputName))
        }
    }
}

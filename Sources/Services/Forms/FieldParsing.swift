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

    /// The answer in all the inputs that the question has on a page.
    func parseInputs(_ strings: (_ inputName: String) -> [String]) -> FormValue? {
        switch kind {
        case .table: parseRows(strings)
        case .mapPoint: parsePlace(strings)
        case .region: parseRegion(strings)
        default: parse(strings(inputName))
        }
    }

    /// A place is picked from the list, or typed as two numbers, which then count.
    private func parsePlace(_ strings: (_ inputName: String) -> [String]) -> FormValue? {
        let degrees = MapPoint.inputNames(of: inputName).map { strings($0).last ?? "" }
        guard degrees.contains(where: { !$0.isEmpty }) else { return parse(strings(inputName)) }
        return .string(degrees.joined(separator: ","))
    }

    /// The rows of a table, from inputs named `form.<table>.<row>.<column>` with rows from 0; rows in which
    /// nothing was filled in are left out.
    ///
    /// - Parameter dropped: the row, as numbered on the page, that is left out too.
    public func parseRows(
        _ strings: (_ inputName: String) -> [String], without dropped: Int? = nil
    ) -> FormValue? {
        let rows = (0..<Self.defaultMaxRows).filter { $0 != dropped }.map { row in
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
            form[field.name] = field.parseInputs(strings)
        }
    }
}

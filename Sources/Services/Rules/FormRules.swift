extension ServiceItem {
    /// The processes in which the street of the applicant's division acts first.
    static let streetProcesses: Set<String> = ["street-then-bureau"]

    /// The questions have names of their own and can be answered.
    func formFindings() -> [ItemFinding] {
        var found = repeats(fields.map(\.name), at: "pages") + repeats(pages.map(\.id), at: "pages")
        if fields.isEmpty { found.append(finding("pages", "应至少有一个问题，才能网上申请")) }
        found += visibilityFindings()
        for field in fields { found += fieldFindings(field, at: "pages.\(field.name)") }
        if Self.streetProcesses.contains(process) && !asksForStreet {
            found.append(finding("pages", "由街道初审的事项应有必填的 division（所在街道）"))
        }
        return found
    }

    private var asksForStreet: Bool {
        guard let field = field("division") else { return false }
        return field.kind == .division && field.required && field.divisionLevel == .street
    }

    private func fieldFindings(_ field: FormField, at path: String) -> [ItemFinding] {
        var found = repeats(field.options.map(\.value), at: path)
        // The options of a division are the district's own and not the file's.
        if field.kind != .division && field.kind.isPickedFromOwnOptions == field.options.isEmpty {
            found.append(finding(path, "选择题应有选项，且只有选择题有"))
        }
        if (field.kind == .division) != (field.divisionLevel != nil) {
            found.append(finding(path, "division_level 用于且只用于所在区划"))
        }
        if (field.kind == .table) == field.columns.isEmpty { found.append(finding(path, "表格应有栏目，且只有表格有")) }
        if field.affirm && field.kind != .boolean { found.append(finding(path, "只有是否题可以要求确认")) }
        if let min = field.min, let max = field.max, min > max { found.append(finding(path, "最小值大于最大值")) }
        found += repeats(field.columns.map(\.name), at: path)
        for column in field.columns { found += fieldFindings(column, at: "\(path).\(column.name)") }
        return found
    }
}

extension ServiceItem {
    /// The processes in which the street of the applicant's division acts first.
    static let streetProcesses: Set<String> = ["street-then-bureau"]

    /// What keeps the form from being filled in: questions have names of their own, conditions that can be read, and
    /// answers that satisfy them. Empty when it can be published.
    public func formFindings() -> [ItemFinding] {
        var found = repeats(fields.map(\.name), at: "pages") + repeats(pages.map(\.id), at: "pages")
        if fields.isEmpty { found.append(finding("pages", "应至少有一个问题，才能网上申请")) }
        found += pages.filter(\.fields.isEmpty).map { finding("pages", "“\($0.title)”一页没有问题") }
        for field in fields { found += findings(of: field, at: "pages.\(field.name)") }
        found += expressionFindings()
        if Self.streetProcesses.contains(process) && !asksForStreet {
            found.append(finding("pages", "由街道初审的事项应有必填的 division（所在街道）"))
        }
        return found
    }

    private var asksForStreet: Bool {
        guard let field = field("division") else { return false }
        return field.kind == .division && field.required && field.divisionLevel == .street
    }

    private func findings(of field: FormField, at path: String) -> [ItemFinding] {
        let own =
            field.slips.map { finding(path, $0) }
            + (field.kind == .region ? [] : repeats(field.options.map(\.value), at: path))
        let columns = field.columns.flatMap { column in
            findings(of: column, at: "\(path).\(column.name)")
                + column.slipsOfColumn.map { finding("\(path).\(column.name)", $0) }
        }
        return own + repeats(field.columns.map(\.name), at: path) + columns
    }
}

extension FormField {
    /// What is wrong with the question by itself, in words.
    var slips: [String] { nameSlips + kindSlips + boundSlips + calculationSlips + licenceSlips }

    /// A name is a word of FEEL, because conditions speak of it.
    private var nameSlips: [String] {
        var slips: [String] = []
        if name.wholeMatch(of: /[a-z][a-z0-9_]{0,39}/) == nil {
            slips.append("名称应为小写字母开头的字母、数字和下划线，最多 40 个")
        }
        if Self.wordsOfFEEL.contains(name) { slips.append("名称不能是表达式里的词“\(name)”") }
        if label.allSatisfy(\.isWhitespace) { slips.append("应写明题目") }
        return slips
    }

    private static let wordsOfFEEL: Set = [
        "and", "or", "not", "in", "if", "then", "else", "for", "return", "some", "every", "satisfies",
        "between", "instance", "of", "true", "false", "null", "function",
    ]

    private var kindSlips: [String] {
        var slips: [String] = []
        // The options of a division are the district's own, those of a region the country's; a place may list a few, or none.
        let isFree = kind == .division || kind == .mapPoint || kind == .region
        if !isFree && kind.isPickedFromOwnOptions == options.isEmpty {
            slips.append("选择题应有选项，且只有选择题有")
        }
        if kind == .mapPoint, options.contains(where: { (try? readPlace(.string($0.value))) == nil }) {
            slips.append("地点的选项应写成“经度,纬度”，例如 112.4721,23.0515")
        }
        if (kind == .division) != (divisionLevel != nil) { slips.append("division_level 用于且只用于所在区划") }
        if (kind == .table) == columns.isEmpty { slips.append("表格应有栏目，且只有表格有") }
        if affirm && kind != .boolean { slips.append("只有是否题可以要求确认") }
        if inWords && kind != .money { slips.append("只有金额可以同时用大写显示") }
        return slips
    }

    private var calculationSlips: [String] {
        guard calculated != nil else { return [] }
        var slips: [String] = []
        if !kind.canBeCalculated { slips.append("\(kind.chinese)不能由系统计算") }
        if prefill != nil || affirm { slips.append("由系统计算的问题不能再预填或者要求确认") }
        return slips
    }

    /// What a column cannot have, because a row has no form of its own to speak of.
    var slipsOfColumn: [String] {
        var slips: [String] = []
        if !kind.canBeColumn { slips.append("\(kind.chinese)不能放在可增减的多行里") }
        if visibleWhen != nil || calculated != nil || !rules.isEmpty || prefill != nil || group != nil
            || licence != nil
        {
            slips.append("可增减的多行里的问题不能有条件、计算、规则、预填和分组")
        }
        return slips
    }
}

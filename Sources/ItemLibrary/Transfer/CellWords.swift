import Services
import WorkingTime

/// `《中华人民共和国食品安全法》第三十五条（待核）`.
enum BasisCell {
    static func laws(_ text: String) -> [LegalBasis] {
        ListCell.parts(text).map { part in
            guard let match = part.wholeMatch(of: /《(.+)》([^（《》]*)(?:（([^（）]+)）)?/) else {
                return LegalBasis(law: part, article: nil, basisNote: "待核")
            }
            let article = String(match.2).trimmed
            return LegalBasis(
                law: String(match.1), article: article.unlessEmpty,
                basisNote: match.3.map(String.init) ?? (article.isEmpty ? "待核" : nil))
        }
    }
}

/// `营业执照/必要/政府部门核发`.
enum MaterialCell {
    static func text(_ material: Material) -> String {
        "\(material.name)/\(material.necessity.chinese)/\(material.source.chinese)"
    }

    /// The materials of a cell; what the item knows of one beyond its cell stays.
    static func materials(_ text: String, in item: ServiceItem) -> [Material] {
        let known = Dictionary(item.materials.map { ($0.name, $0) }) { first, _ in first }
        var taken = Set(item.materials.map(\.id))
        return ListCell.parts(text).map { part in
            var words = part.split(separator: "/").map(\.trimmed)
            let source = words.last.flatMap { Material.Source(chinese: $0) }
            if source != nil, words.count > 1 { words.removeLast() }
            let necessity = words.last.flatMap { Material.Necessity(chinese: $0) }
            if necessity != nil, words.count > 1 { words.removeLast() }
            let name = words.joined(separator: "/")
            var material = known[name] ?? Material(id: free(&taken), name: name)
            material.source = source ?? material.source
            material.necessity = necessity ?? material.necessity
            return material
        }
    }

    private static func free(_ taken: inout Set<String>) -> String {
        var number = 1
        while taken.contains("m\(number)") { number += 1 }
        taken.insert("m\(number)")
        return "m\(number)"
    }
}

/// `20 个工作日`, `当日办结`; a bare number counts working days, as the provincial layout has it.
enum LimitCell {
    static func limit(_ text: String) -> TimeLimit? {
        let bare = text.filter { !$0.isWhitespace }
        if ["当日办结", "即办", "即时办结"].contains(bare) { return TimeLimit(value: 0, unit: .workingDay) }
        guard let match = bare.wholeMatch(of: /([0-9]{1,4})(.*)/), let value = Int(match.1),
            TimeLimit.values.contains(value), let unit = unit(String(match.2))
        else { return nil }
        return TimeLimit(value: value, unit: unit)
    }

    private static func unit(_ text: String) -> LimitUnit? {
        switch text {
        case "", "个工作日", "工作日": .workingDay
        case "个半天", "半天": .halfDay
        case "天", "日", "个自然日", "自然日": .day
        case "小时", "个小时": .hour
        case "个月", "月": .month
        default: nil
        }
    }
}

/// `公章刻制备案：企业登记＋税务登记`: the first waits for those behind the colon; `同时办理` where nothing waits.
enum OrderCell {
    static let none = "同时办理"

    static func text(_ order: JointOrder, _ name: (String) -> String) -> String {
        let lines = order.items.compactMap { item -> String? in
            let needs = order.needs(of: item)
            return needs.isEmpty ? nil : "\(name(item))：\(needs.map(name).joined(separator: "＋"))"
        }
        return lines.isEmpty ? none : ListCell.text(lines)
    }

    /// For each item what it waits for; nil where a line cannot be read.
    static func needs(_ text: String, _ slug: (String) -> String?) -> [String: [String]]? {
        guard text != none else { return [:] }
        return ListCell.parts(text).reduce(into: [:] as [String: [String]]?) { needs, line in
            guard let colon = line.lastIndex(where: { "：:".contains($0) }),
                let item = slug(line[..<colon].trimmed)
            else { return needs = nil }
            let names = line[line.index(after: colon)...].split { "＋+".contains($0) }.map(\.trimmed)
            let slugs = names.compactMap(slug)
            needs = slugs.count == names.count ? needs?.merging([item: slugs]) { _, later in later } : nil
        }
    }
}

import Web

/// By organ and by what it is about, the worst first: the first few at once, for whoever has a minute.
struct CockpitGroups {
    let figures: CockpitFigures
    let sources: CockpitSources

    private static let first = 8

    var organs: HTML {
        groups(
            figures.organs, "部门", ["超期", "近期", "红牌", "在办"],
            { group in
                [
                    number(group.overdue, "overdue", "organ", group.key),
                    number(group.near, "near", "organ", group.key),
                    group.cards == 0
                        ? "0" : "<a href=\"\(sources.cardsPath("red", group.key))\">\(group.cards)</a>",
                    number(group.open, "open", "organ", group.key),
                ]
            })
    }

    var topics: HTML {
        groups(
            figures.topics, "事项", ["超期", "近期", "在办"],
            { group in
                [
                    number(group.overdue, "overdue", "topic", group.key),
                    number(group.near, "near", "topic", group.key),
                    number(group.open, "open", "topic", group.key),
                ]
            })
    }

    private func groups(
        _ groups: [CockpitFigures.Group], _ what: String, _ columns: [String],
        _ numbers: (CockpitFigures.Group) -> [HTML]
    ) -> HTML {
        guard !groups.isEmpty else { return "<p>没有在办的办件。</p>" }
        let rest = Array(groups.dropFirst(Self.first))
        return """
            \(table(Array(groups.prefix(Self.first)), what, columns, numbers))
            \(if: !rest.isEmpty, "<details class=\"more\"><summary>其余 \(rest.count) 个\(what)</summary>\(table(rest, what, columns, numbers))</details>")
            """
    }

    /// Numbers side by side on a phone too: five short columns, which need no cards.
    private func table(
        _ groups: [CockpitFigures.Group], _ what: String, _ columns: [String],
        _ numbers: (CockpitFigures.Group) -> [HTML]
    ) -> HTML {
        """
        <table class="counts"><thead><tr><th scope="col">\(what)</th>\(each: columns, { "<th scope=\"col\">\($0)</th>" })</tr></thead>
        <tbody>\(each: groups, { group in
            "<tr><th scope=\"row\">\(group.name)</th>\(each: numbers(group), { "<td>\($0)</td>" })</tr>"
        })</tbody></table>
        """
    }

    private func number(_ count: Int, _ figure: String, _ scope: String, _ key: String) -> HTML {
        count == 0
            ? "0" : "<a href=\"\(figures.cases(figure, "&\(scope)=\(key)"))\">\(count)</a>"
    }
}

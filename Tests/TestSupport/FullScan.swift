import Storage

/// A line of a query plan that walks a whole table which grows with the district.
struct FullScan {
    let table: String
    let line: String

    /// Tables that stay small however long a district works; every other one grows.
    private static let small: Set<String> = [
        "organ", "division", "working_calendar", "process_definition", "public_service", "node",
        "installation_secret", "schema_migration", "case_number_block", "case_text_pending", "file_removal",
        "decision_table", "paper_template", "organ_name", "organ_office", "organ_office_name",
        "restructuring", "directory_source", "grant_change",
        "openid_key", "content_site", "content_column", "search_synonym", "search_best_bet", "search_source",
        "item_type", "hall", "hall_group", "hall_window", "hall_clerk", "message_program", "licence_type",
        "licence_adoption", "takeover", "survey", "region_table", "public_consultation", "consultation_rules",
        "supervision_rule", "supervision_mark", "supervised_kind", "cockpit_snapshot", "cockpit_day",
        "cockpit_brief", "hotline_exchange", "hotline_shift", "knowledge_entry", "hotline_sample",
        "participation_figures", "performance_model", "performance_month", "performance_period",
    ]

    /// Nil when the line walks nothing, or something small.
    init?(planLine: String, of sql: String, dialect: Dialect) {
        let pattern = dialect == .sqlite ? /^SCAN (\w+)(.*)/ : /Seq Scan on (\w+)(.*)/
        // Tests look at whole tables, and say so.
        guard !sql.hasSuffix("/* all */") else { return nil }
        guard let match = planLine.firstMatch(of: pattern) else { return nil }
        let (name, rest) = (String(match.output.1), String(match.output.2))
        // Counting what is open walks an index that holds only that.
        if rest.hasSuffix("USING INDEX service_case_open") { return nil }
        // An index in the order of the page, read until the page is full.
        if rest.contains("USING"), sql.contains("LIMIT") { return nil }
        // FTS5 says by what it searches after the colon.
        if rest.contains(/VIRTUAL TABLE INDEX \d+:\S/) { return nil }
        guard let table = Self.tables(in: sql)[name], !Self.small.contains(table) else { return nil }
        self.table = table
        line = planLine
    }

    /// The tables a statement names, by the names it calls them.
    private static func tables(in sql: String) -> [String: String] {
        let named = sql.matches(of: /(?i:FROM|JOIN|UPDATE|INTO)\s+(\w+)(?:\s+(?i:AS\s+)?(\w+))?/)
        return named.reduce(into: [:]) { tables, match in
            let table = String(match.output.1)
            tables[table] = table
            if let alias = match.output.2 { tables[String(alias)] = table }
        }
    }
}

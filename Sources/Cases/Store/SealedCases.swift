import Storage

extension Cases {
    /// The tables of cases that keep personal columns sealed.
    public static let sealedTables = [SealedTable.cases]
}

extension SealedTable {
    /// Who applied, under which number, to be reached where; and what was answered, all questions together: which of
    /// them are about a person, the item says, and it changes.
    static let cases = SealedTable("service_case", columns: ["applicant_code", "applicant", "form"])
}

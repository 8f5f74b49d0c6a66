import Storage

extension ServiceHall {
    /// The tables of the hall that keep personal columns sealed.
    public static let sealedTables = [SealedTable.drafts]
}

extension SealedTable {
    /// Who applies, and what has been answered so far.
    static let drafts = SealedTable(
        "application_draft", columns: ["applicant", "applicant_code", "form", "known"])
}

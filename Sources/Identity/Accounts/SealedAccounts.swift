import Storage

extension Identity {
    /// The tables of accounts that keep columns sealed.
    public static let sealedTables = [SealedTable.accounts, PersonalMandateStore.sealed]
}

extension SealedTable {
    /// Whoever reads a backup must not be able to make the codes of everybody's telephone.
    static let accounts = SealedTable("account", columns: ["totp_secret"])
}

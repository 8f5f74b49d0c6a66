import Storage

extension Cases {
    /// Whether a case is that of an account or of somebody of this name: an officer's account says nothing of the
    /// person behind it.
    public static func isOwn(
        _ number: String, ofAccount id: Int64, named name: String, in tx: Transaction
    ) throws -> Bool {
        try tx.row(
            """
            SELECT 1 AS own FROM service_case
            WHERE number = \(number) AND (applicant_account = \(id) OR applicant_name = \(name))
            """) != nil
    }
}

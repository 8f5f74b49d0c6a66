import Storage

extension ServiceRequests {
    /// The category under which people say what officials did wrong, with protected identity.
    public static let conductCategory = "conduct"

    /// Whether a request with this number says what an official did wrong. Who said it, and in what words, is not told.
    ///
    /// - Throws: `StorageError`.
    public static func hasConductComplaint(numbered number: String, in tx: Transaction) throws -> Bool {
        try tx.row(
            "SELECT id FROM service_request WHERE number = \(number) AND category = \(conductCategory)")
            != nil
    }
}

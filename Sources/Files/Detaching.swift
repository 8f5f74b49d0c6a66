import Storage

extension FileStore {
    /// Takes an upload out of a case again, in the transaction of the change that no longer needs it. From then on it is
    /// like any other that nobody attached, and its content goes when no other upload names it. Again is harmless.
    public func detach(_ id: Int64, fromCase number: String, in transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE file_object SET case_number = NULL WHERE id = \(id) AND case_number = \(number)")
    }
}

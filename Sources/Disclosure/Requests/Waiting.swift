import Government
import Storage
import WorkingTime

extension InformationDisclosure {
    /// How many requests for information have waited longer than so many days for an answer, by the names of the organs
    /// that have any; for whoever inspects.
    ///
    /// - Parameter days: natural days since the request was filed; what stands still by law is not left out.
    /// - Throws: `StorageError`.
    public func waiting(longerThan days: Int, at now: Instant) async throws -> [(
        organ: String, requests: Int
    )] {
        let organs = try await requests.directory.everyOrgan()
        let before = now.adding(seconds: -days * 86_400)
        return try await requests.database.read { tx in
            try organs.compactMap { organ in
                let count = try tx.count(
                    """
                    SELECT count(*) FROM disclosure_request
                    WHERE organ = \(organ.key) AND ended_at IS NULL AND filed_at < \(before)
                    """)
                return count == 0 ? nil : (organ.name, count)
            }
        }
    }
}

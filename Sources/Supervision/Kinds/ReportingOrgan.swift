import Government
import Storage
import WorkingTime

/// Which organ reports a kind on a day: the one that is written in it, or whoever took up what that one did. The kind stays
/// as it was written, so that nothing has to be put right when organs merge (机构改革).
extension KindStore {
    /// The newest version of each by name, with the organ that reports it on a day.
    static func kinds(on day: CivilDate, in tx: Transaction) throws -> [KindVersion] {
        let lineage = OrganLineage(try Directory.everyOrgan(in: tx))
        return try kinds(in: tx).map { $0.reported(on: day, by: lineage) }
    }

    /// The newest version, with the organ that reports it on a day. Throws `notFound`.
    static func kind(_ key: String, on day: CivilDate, in tx: Transaction) throws -> KindVersion {
        try kind(key, in: tx).reported(on: day, by: OrganLineage(try Directory.everyOrgan(in: tx)))
    }
}

extension KindVersion {
    fileprivate func reported(on day: CivilDate, by lineage: OrganLineage) -> KindVersion {
        guard let organ = lineage.answering(for: kind.organ, on: day) else { return self }
        var version = self
        version.kind.organ = organ.key
        return version
    }
}

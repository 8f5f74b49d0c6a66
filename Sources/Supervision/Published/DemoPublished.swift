import Journal
import Storage
import WorkingTime

extension Supervision {
    /// One of the cards turned out to be wrong after it was published, for the sample district.
    static func withdrawOne(in database: Database, at now: Instant) async throws {
        try await database.write { tx in
            let published = try PublishedStore.list(after: nil, in: tx).items
            guard published.count > 1, published.allSatisfy({ $0.withdrawnOn == nil }),
                let last = published.last
            else { return }
            var signal = try SignalStore.signal(last.signalID, SignalFilter(), in: tx)
            try signal.withdraw("核实有一段依法暂停计时漏记，补记以后没有超过 5 个工作日。", by: .system, at: now)
            try SignalStore.update(signal, in: tx)
            try SupervisionOffice.record(signal, "signal.withdrawn", by: .system, at: now, in: tx)
        }
    }
}

import Storage

/// A signal about something that another feature has reported, for the pages of that feature.
public struct MatterSignal: Sendable, Hashable {
    /// How grave it is, in words: `黄牌`.
    public let level: String
    /// Where it stands, in words.
    public let state: String
    /// Its page.
    public let path: String
}

extension Supervision {
    /// What was noticed about matters of a kind, by the keys they were reported under, the newest first.
    ///
    /// - Throws: `StorageError`.
    public static func signals(on kind: String, _ keys: [String], in tx: Transaction) throws -> [String:
        [MatterSignal]]
    {
        let matters = try MatterStore.known(kind, keys, in: tx)
        let signals = try SignalStore.signals(ofCases: matters.values.map(\.id), in: tx)
        return matters.compactMapValues { matter in
            signals[matter.id]?.reversed().map { signal in
                MatterSignal(
                    level: signal.level.chinese, state: signal.state.chinese,
                    path: SupervisionPath.signal(String(signal.id)))
            }
        }
    }
}

import Storage
import WorkingTime

extension Cockpit {
    /// What stands open as it was last counted, and since when that is; nil before it was counted.
    ///
    /// - Throws: `StorageError`.
    public static func standing(in tx: Transaction) throws -> (at: Instant, open: Int, overdue: Int)? {
        try FigureStore.figures(in: tx).map { ($0.at, $0.open, $0.overdue) }
    }
}

import Identity
import Storage

/// Where somebody works, as far as corrections are concerned: what one may see is part of the query.
struct CorrectionSeats: Sendable {
    /// The columns one works in.
    let columns: Set<Int64>
    /// The sites they are in, by id.
    let sites: Set<Int64>

    /// The columns an account works in.
    init(of account: Int64, in tx: Transaction) throws {
        let seats = try SiteStore.seats(of: account, in: tx)
        columns = Set(seats.map(\.column.id))
        sites = Set(seats.map(\.column.siteID))
    }

    /// Whether a correction is for somebody here: of a column of theirs, or of the home of a site of theirs.
    func see(_ correction: Correction) -> Bool {
        guard let column = correction.columnID else { return sites.contains(correction.siteID) }
        return columns.contains(column)
    }

    /// The same as a condition; the site is asked for besides.
    var condition: SQL {
        columns.isEmpty ? "1 = 0" : "(column_id IS NULL OR column_id IN \(list: columns.sorted()))"
    }
}

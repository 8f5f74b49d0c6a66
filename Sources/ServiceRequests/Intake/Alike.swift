import Cases
import Storage
import Wordings
import WorkingTime

/// Something like what is about to be said, said before.
struct Alike: Sendable {
    let row: RequestRow
    /// How many have joined it.
    let supporters: Int
}

extension RequestOffice {
    /// What was said before about the same: of the same category, in the same street or about no street, in like words; open
    /// ones first, then those that were answered. Nothing personal is read: titles are kept without numbers of persons.
    func alike(_ form: RequestForm) async throws -> [Alike] {
        let wording = Wording(form.title)
        let horizon = cases.now.adding(seconds: -90 * 86_400)
        return try await database.read { tx in
            let rows = try RequestStore.recent(form.category, limit: Self.looked, in: tx)
            let near = rows.filter { row in
                let isNear = row.division == nil || form.division.isEmpty || row.division == form.division
                return isNear && row.filedAt >= horizon && (row.endedAt == nil || row.isAnswered)
            }
            let scored = near.map { (row: $0, likeness: wording.likeness(to: Wording($0.title))) }
                .filter { $0.likeness >= Self.likeEnough }
                .sorted {
                    ($0.row.endedAt == nil ? 1 : 0, $0.likeness) > (
                        $1.row.endedAt == nil ? 1 : 0, $1.likeness
                    )
                }
            let shown = scored.prefix(Self.shown).map(\.row)
            let counts = try Supporters.counts(of: shown.map(\.id), in: tx)
            return shown.map { Alike(row: $0, supporters: counts[$0.id] ?? 0) }
        }
    }

    /// So many of the newest of a category are looked through.
    private static var looked: Int { 200 }
    /// So many are shown.
    private static var shown: Int { 5 }
    private static var likeEnough: Double { 0.4 }
}

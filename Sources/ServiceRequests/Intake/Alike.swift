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
            let titles = try RequestStore.titles(
                of: form.category, in: form.division.isEmpty ? nil : form.division, since: horizon,
                among: Self.looked, in: tx)
            let likest = titles.map { (title: $0, likeness: wording.likeness(to: Self.wording(of: $0))) }
                .filter { $0.likeness >= Self.likeEnough }
                .sorted { ($0.title.isOpen ? 1 : 0, $0.likeness) > ($1.title.isOpen ? 1 : 0, $1.likeness) }
                .prefix(Self.shown).map(\.title.id)
            let rows = try RequestStore.requests(likest, in: tx)
            let counts = try Supporters.counts(of: likest, in: tx)
            return likest.compactMap { id in rows[id].map { Alike(row: $0, supporters: counts[id] ?? 0) } }
        }
    }

    /// Everybody who says something looks through the same titles: what a title was read as is remembered.
    private static func wording(of title: RequestStore.Title) -> Wording {
        read.value(of: title.id, [title.text]) { Wording(title.text) }
    }
    private static let read = Recalled<Wording>(limit: 8_192)

    /// So many of the newest of a category are looked through.
    private static var looked: Int { 200 }
    /// So many are shown.
    private static var shown: Int { 5 }
    private static var likeEnough: Double { 0.4 }
}

import Refusals
import Storage
import WorkingTime

/// Who is on the list and cannot come.
extension Registering {
    /// Frees the place of somebody on the list: the first in reserve of their role comes instead, and is told.
    ///
    /// - Parameter why: as the office knows it; nil for who says so themself.
    /// - Throws: `conflict` while there is no list, and once it is held.
    func free(
        _ own: Registration, why: String?, of hearing: Hearing, at now: Instant, in tx: Transaction
    ) throws {
        try hearing.requireList()
        try RegistrationStore.leave(own.id, why: why, in: tx)
        guard own.state == .chosen,
            let next = try RegistrationStore.all(of: hearing.id, in: tx).next(for: own.role)
        else { return }
        try RegistrationStore.moveUp(next.id, in: tx)
        let facts = hearing.facts
        try office.tell(
            [next], hearing,
            "「\(facts.title)」有参加人不能到场，由您递补，请于\(facts.startsAt.chinese)到\(facts.place)参加。您也不能到场的，请在听证会的页面上退出。",
            at: now, in: tx)
    }
}

extension [Registration] {
    /// Who comes when somebody of a role does not: the first in reserve.
    func next(for role: String) -> Registration? {
        filter { $0.role == role && $0.state == .reserve }.min { ($0.place ?? 0) < ($1.place ?? 0) }
    }
}

import AdministrativeHall
import Cases
import Government
import Messaging
import Ratings
import Storage

extension AdministrativeHall {
    /// The ratings of an installation: who is served at a window rates it there.
    func rated(
        _ directory: Directory, _ cases: Cases, _ outbox: Outbox, _ kiosks: [String: String],
        _ database: Database
    ) throws -> Ratings {
        try Ratings(
            database: database, directory: directory, cases: cases, outbox: outbox, kiosks: kiosks,
            watch: Installation.watchedRatings
        ) { window, now in
            try await lastVisit(atWindow: window, at: now).map {
                ServedVisit(
                    id: String($0.ticketID), label: $0.label, organ: $0.organ, place: $0.place,
                    business: $0.business)
            }
        }
    }
}

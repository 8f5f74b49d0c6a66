import Cases
import Codes
import Storage
import WorkingTime

/// Keeps how an application of a person came in, in the transaction that filed it: one row of its own, since a counter that
/// all filings share would make one of every two wait. Statements are sent and nothing is asked.
enum AccessCounting {
    static let follower = CaseFollower { event, subject, now, tx in
        guard event.action == "case.submitted", subject.applicant.kind == .person, !subject.isChild else {
            return
        }
        try keep(subject, at: now, in: tx)
    }

    private static func keep(_ subject: Case, at now: Instant, in tx: Transaction) throws {
        let number = try? IdentityNumber(subject.applicant.code)
        let age = number.map { AgeGroup(of: $0, on: now.day) } ?? .unknown
        let (id, quarter) = (tx.ids.next(), Quarter(of: now.day).text)
        let channel = AccessChannel(subject.filing)
        guard let person = subject.applicant.personID else {
            try tx.send(
                """
                INSERT INTO access_filing (id, quarter, street, channel, age_group)
                VALUES (\(id), \(quarter), '', \(channel), \(age))
                """)
            return
        }
        // The first nine digits of a division are its street (GB/T 10114).
        try tx.send(
            """
            INSERT INTO access_filing (id, quarter, street, channel, age_group)
            SELECT \(id), \(quarter), substr(p.division_code, 1, 9), \(channel), \(age)
            FROM person p WHERE p.id = \(person)
            """)
    }
}

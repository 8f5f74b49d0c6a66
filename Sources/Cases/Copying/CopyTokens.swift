import Codes
import Storage

/// What differs between copies of a matter, each at a place of its own in a list of values.
struct CopyTokens: Sendable {
    /// What stands at a place.
    enum Kind: Sendable {
        /// An id of ours, in the order in which they were made.
        case id
        case number(Int)
        case queryCode, verificationCode
        case licence(LicenceIdentifier, ofCase: Int)
        case applicantName, applicantCode
        case account, person
    }

    let kinds: [Kind]
    /// Place of a text, the longest text first.
    let texts: [(text: String, place: Int)]
    /// Place of an id in a column.
    let ids: [Int64: Int]

    init(_ cases: [Case], rows: [Row]) {
        var found: [(text: String, kind: Kind)] = []
        let applicant = cases[0].applicant
        for id in Self.ids(in: rows) { found.append((String(id), .id)) }
        for (place, subject) in cases.enumerated() {
            found.append((subject.number.text, .number(place)))
            found.append((subject.queryCode, .queryCode))
            for document in subject.documents {
                found.append((document.verificationCode, .verificationCode))
                guard let licence = try? LicenceIdentifier(document.number) else { continue }
                found.append((document.number, .licence(licence, ofCase: place)))
            }
        }
        found.append((applicant.name, .applicantName))
        found.append((applicant.code, .applicantCode))
        if let account = applicant.accountID { found.append((String(account), .account)) }
        if let person = applicant.personID { found.append((String(person), .person)) }
        // A joint service has one query code for all its parts.
        var known: Set<String> = []
        let unique = found.filter { known.insert($0.text).inserted }
        kinds = unique.map(\.kind)
        texts = unique.enumerated().map { ($1.text, $0) }.sorted { $0.0.count > $1.0.count }
        ids = unique.enumerated().reduce(into: [:]) { ids, token in
            if let id = Int64(token.element.text), id > 1 << 40 { ids[id] = token.offset }
        }
    }

    /// The ids of the rows themselves, in the order in which they were made.
    private static func ids(in rows: [Row]) -> [Int64] {
        Set(rows.compactMap { try? $0.id("id") }).sorted()
    }
}

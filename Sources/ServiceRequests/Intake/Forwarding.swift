import Cases
import Codes
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// What was said in another part of the house, such as the forum, and becomes a request.
public struct Forwarded: Sendable, Hashable {
    let category: String, kind: String, division: String
    let title: String, content: String
    let channel: String
    let page: String?

    /// - Parameters:
    ///   - title: cut to what a request takes.
    ///   - content: cut as well.
    ///   - source: where it was said, added to the content.
    ///   - channel: the part of the house: `forum`, `correction`.
    ///   - page: where its officers read it there; nil where it stands in the open.
    public init(
        category: String, kind: String, division: String, title: String, content: String, source: String,
        channel: String, page: String? = nil
    ) {
        (self.category, self.kind, self.division, self.channel) = (category, kind, division, channel)
        self.page = page
        self.title = String(title.prefix(RequestForm.longestTitle))
        let place = "\n\n（来自\(source)）"
        self.content = content.prefix(RequestForm.longestContent - place.count) + place
    }
}

/// How far a request has come, as everybody may know.
public struct RequestStanding: Sendable, Hashable {
    /// Key of the organ that handles it.
    public let organ: String
    /// Whether it is over.
    public let hasEnded: Bool
    /// The published answer, and where it stands; nil where there is none.
    public let answer: String?, address: String?
}

extension ServiceRequests {
    /// Something to choose from: its code and its name.
    public typealias Choice = (code: String, name: String)

    /// What others than its author may file it under: nothing that protects who says it.
    public func openCategories() async throws -> [Choice] {
        try await office.rules().categories.filter { !$0.isProtected }.map { ($0.code, $0.name) }
    }

    /// Whether it asks, complains …
    public func kinds() async throws -> [Choice] { try await office.rules().kinds.map { ($0.code, $0.name) } }

    /// The streets of the district.
    public func streets() async throws -> [Choice] {
        try await office.streets().map { ($0.code.text, $0.name) }
    }

    /// Files it in the name of its author, or of the office of whoever forwards it.
    ///
    /// - Parameter beside: what the part of the house it comes from keeps of it.
    /// - Returns: the number.
    /// - Throws: what the rules of requests refuse, at their fields.
    public func file(
        _ forwarded: Forwarded, as account: Account?, by actor: Actor, beside: @escaping FilingCompanion
    ) async throws -> String {
        var form = RequestForm()
        (form.category, form.kind, form.division) = (forwarded.category, forwarded.kind, forwarded.division)
        (form.title, form.content) = (forwarded.title, forwarded.content)
        let author: Author
        if let account {
            author = .account(account)
        } else {
            let organ = try await office.organ(actor.organ ?? "")
            author = .caller(name: organ.name, phone: organ.phone)
            form.isOffice = true
        }
        return try await office.file(
            form, of: author, channel: forwarded.channel, actor: actor, origin: forwarded.page,
            beside: beside
        ).root.number.text
    }

    /// How far the requests of these numbers have come.
    public func standings(of numbers: [String]) async throws -> [String: RequestStanding] {
        guard !numbers.isEmpty else { return [:] }
        let rows = try await office.database.read { tx in
            try tx.rows("SELECT * FROM service_request WHERE number IN \(list: numbers)").map(RequestRow.init)
        }
        return Dictionary(
            rows.map { row in
                let address = row.publishedAt.map { _ in RequestPath.answered(String(row.id)) }
                return (
                    row.number,
                    RequestStanding(
                        organ: row.organ, hasEnded: row.endedAt != nil, answer: row.publicAnswer,
                        address: address)
                )
            }
        ) { first, _ in first }
    }
}

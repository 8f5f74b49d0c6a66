import Cases
import Codes
import Files
import Government
import Identity
import Journal
import Messaging
import Refusals
import RuleBooks
import Storage
import Web
import WorkingTime

/// Where requests come in: pages and programs file, hand on and answer through here.
struct RequestOffice: Sendable {
    let cases: Cases
    let directory: Directory
    let files: FileStore
    let database: Database
    let outbox: Outbox
    let book: RuleBook<RequestRules>
    var aid = DeskAid()
    /// Whoever gives no name is held back by the address they come from, or by their account where they are signed in: what
    /// they said is kept without either, so that nothing that is kept could be counted.
    let unnamed = RateLimit(burst: 5, perMinute: 1)

    /// The rules in force.
    func rules() async throws -> RequestRules { try await database.read { try book.current(in: $0) } }

    /// The streets of the district.
    func streets() async throws -> [Division] {
        try await directory.divisions().filter { $0.kind == .street }
    }

    /// A request the viewer may see, with everything its page shows.
    ///
    /// - Throws: `notFound` for other cases alike.
    func view(_ number: String, for viewer: Viewer) async throws -> CaseView {
        let view = try await cases.view(number, for: viewer)
        try Self.requireRequest(view.subject)
        return view
    }

    /// A request the viewer may see, without what only its page shows.
    ///
    /// - Throws: `notFound` for other cases alike.
    func subject(_ number: String, for viewer: Viewer) async throws -> Case {
        let matter = try await cases.standing(number, for: viewer)
        try Self.requireRequest(matter.root)
        return matter.root
    }

    private static func requireRequest(_ subject: Case) throws {
        guard subject.requestProcess != nil else {
            throw DomainError.notFound("没有找到这件诉求，或者您无权查看。")
        }
    }

    /// What is kept of a request beside its case.
    func row(_ number: String) async throws -> RequestRow {
        try await database.read { try RequestStore.request(number, in: $0) }
    }

    /// The living organ of a key.
    ///
    /// - Throws: `conflict` when the rules name one that is no more.
    func organ(_ key: String) async throws -> Organ {
        guard let organ = try await directory.organ(key), organ.isLiving else { throw Self.gone(key) }
        return organ
    }

    /// What is said of an organ that the rules name and that is no more.
    static func gone(_ key: String) -> DomainError {
        .conflict("规则里写的单位「\(key)」不存在或者已经撤销，请联系管理员。")
    }
}

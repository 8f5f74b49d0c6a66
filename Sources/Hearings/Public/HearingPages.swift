import CSV
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Hearings as everybody sees them.
struct HearingPages: Sendable {
    let office: HearingOffice

    var routes: [Route] {
        [
            .get(HearingPath.all, .anyone, "听证会") { request, _ in
                let found = try await office.database.read {
                    try HearingStore.list(after: request.query("after"), in: $0)
                }
                let organs = try await office.organNames()
                return .page(HearingListPage(hearings: found, organs: organs, request: request).page)
            },
            .get(HearingPath.one("{id}"), .anyone, "听证会") { request, _ in .page(try await show(request))
            },
            .get(HearingPath.part("{id}", "participants.csv"), .anyone, "报名号和签号（CSV）") { request, _ in
                let id = try request.id(HearingOffice.missing)
                let file = try await office.database.read { try Self.file(id, in: $0) }
                return .bytes(Array(file.utf8), contentType: "text/csv; charset=utf-8").header(
                    "Content-Disposition", "attachment; filename=\"hearing-\(id).csv\"")
            },
        ]
    }

    /// The page of a hearing, again with what was entered and what is wrong with it.
    func show(_ request: WebRequest, entered: FormData? = nil, errors: [FieldError] = []) async throws
        -> Page
    {
        let (id, names) = (try request.id(HearingOffice.missing), try await office.organNames())
        let caller = request.principal as? SignedIn
        return try await office.database.read { tx in
            let one = try HearingStore.announced(id, in: tx)
            return HearingPage(
                hearing: one, organ: names[one.organ] ?? one.organ,
                materials: try HearingMaterial.all(of: id, in: tx),
                registrations: try RegistrationStore.all(of: id, in: tx),
                standing: try Self.standing(of: caller, one, in: tx), entered: entered, errors: errors,
                today: request.now.day, token: request.csrf
            ).page
        }
    }

    static func standing(of caller: SignedIn?, _ hearing: Hearing, in tx: Transaction) throws
        -> HearingPage.Standing
    {
        guard let caller else { return .stranger }
        guard let person = caller.account.personID else { return .nameless }
        return .person(try RegistrationStore.registration(of: person, in: hearing.id, tx: tx))
    }

    /// Every number with its lot, in the order of the draw.
    private static func file(_ id: Int64, in tx: Transaction) throws -> String {
        let hearing = try HearingStore.announced(id, in: tx)
        guard let seed = hearing.seed else { throw DomainError.notFound("还没有抽签。") }
        let drawn = try RegistrationStore.all(of: id, in: tx).filter { $0.place != nil }.sorted {
            ($0.role, $0.place ?? 0) < ($1.role, $1.place ?? 0)
        }
        let head = CSVLine.text(["类别代码", "报名号", "签号", "次序", "结果"])
        return CSVLine.mark + head
            + drawn.map { one in
                CSVLine.text([
                    one.role, String(one.number), Draw.lot(one.number, role: one.role, seed: seed),
                    String(one.place ?? 0), one.outcome,
                ])
            }.joined()
    }
}

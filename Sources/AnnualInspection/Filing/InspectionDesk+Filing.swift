import Codes
import Government
import Identity
import Journal
import Refusals
import Services
import Storage
import Web

/// What the pages and the API have in common for those who act for enterprises.
extension InspectionDesk {
    /// The slug under which a mandate may be given for this.
    private static let service = "annual-inspection"
    private static let mostEnterprises = 50
    private static let mostYears = 3

    /// A year as an enterprise has it before it: the plan, what it filed, and what it answered last time.
    typealias Sheet = (
        plan: InspectionPlan, filing: InspectionFiling?,
        earlier: (plan: InspectionPlan, answers: FormAnswers)?
    )

    /// The enterprise of the address.
    ///
    /// - Throws: `notFound` when the caller does not act for it.
    func entity(_ request: WebRequest, _ caller: SignedIn) async throws -> LegalEntity {
        let code = try request.parameter("code")
        guard caller.account.entities(for: Self.service).contains(code),
            let known = try? CreditCode(code), let entity = try await directory.entity(known)
        else { throw DomainError.notFound("没有这家企业的年检，或者您没有代它办事的授权。") }
        return entity
    }

    /// What somebody's enterprises have to file, the newest year first.
    func duties(of account: Account) async throws -> [MyInspectionsPage.Row] {
        let codes = account.entities(for: Self.service).prefix(Self.mostEnterprises)
        return try await database.read { tx in
            let plans = try InspectionStore.plans(in: tx).filter { $0.state == .published }
                .prefix(Self.mostYears)
            return try codes.flatMap { code -> [MyInspectionsPage.Row] in
                guard let known = try? CreditCode(code), let entity = try Directory.entity(known, in: tx)
                else { return [] }
                return try plans.map {
                    MyInspectionsPage.Row(
                        plan: $0, code: code, name: entity.name,
                        filing: try FilingStore.filing(of: code, in: $0.id, tx))
                }
            }
        }
    }

    /// A year of an enterprise.
    ///
    /// - Throws: `notFound` while the plan is not published.
    func sheet(_ request: WebRequest, of entity: LegalEntity) async throws -> Sheet {
        let code = entity.creditCode.text
        return try await database.read { tx in
            let plan = try plan(request, in: tx)
            guard plan.state == .published else { throw DomainError.notFound("这个年度的方案还没有公布。") }
            return (
                plan, try FilingStore.filing(of: code, in: plan.id, tx),
                try FilingStore.earlier(than: plan.year, of: code, in: tx)
            )
        }
    }

    /// What an enterprise says it has put right; returns its filing.
    ///
    /// - Throws: `notFound` when it has not filed; what ``InspectionPart/correct(_:)`` refuses.
    @discardableResult
    func correct(
        _ words: String, to organ: String, for entity: LegalEntity, by actor: Actor,
        once: Idempotency.Request? = nil, _ request: WebRequest
    ) async throws -> InspectionFiling {
        let filing = try await database.read { tx in
            try FilingStore.filing(of: entity.creditCode.text, in: plan(request, in: tx).id, tx)
        }
        guard let filing else { throw DomainError.notFound("这家企业今年还没有申报年检。") }
        try await change(
            filing.id, organ, "annual_inspection.corrected", "提交整改说明", by: actor, once: once, request,
            telling: false
        ) { try $0.correct(words) }
        return filing
    }
}

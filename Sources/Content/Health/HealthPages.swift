import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The health of all sites and of each, and what people found.
struct HealthPages: Sendable {
    let database: Database
    let book: InspectionBook
    let inspector: Inspector

    static let missing: Sentence = "没有这个站点。"

    var routes: [Route] {
        [
            .get(HealthPath.overview, .may(.inspectSites), "栏目保障") { request, _ in try await overview(request)
            },
            .get(HealthPath.site("{id}"), .may(.inspectSites), "站点考核") { request, officer in
                try await show(request, officer)
            },
            .post(
                HealthPath.findings("{id}"), .may(.recordFindings), journal: "inspection.found", "登记人工检查结果"
            ) { try await record($0, $1) },
        ]
    }

    private func overview(_ request: WebRequest) async throws -> WebResponse {
        let now = request.now
        let sites = try await database.read { try SiteStore.sites(in: $0) }
        var lines: [HealthOverviewPage.Line] = []
        for site in sites {
            lines.append(.init(site: site, card: try await inspector.card(of: site, at: now)))
        }
        let columns = try await database.read { tx in
            let warnDays = try book.current(in: tx).warnDays
            return try sites.flatMap { site in
                try HealthStore.columns(of: site.id, warnDays: warnDays, today: now.day, in: tx)
                    .filter { $0.isStale || $0.isSoon }
                    .map { health in
                        HealthOverviewPage.Due(
                            site: site, health: health,
                            people: try SiteStore.holders(of: health.column.id, in: tx))
                    }
            }
        }
        return .page(HealthOverviewPage(lines: lines, due: columns).page)
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, form: FormData = FormData([]),
        errors: [FieldError] = []
    ) async throws -> WebResponse {
        let (id, now) = (try request.id(Self.missing), request.now)
        let site = try await database.read { try SiteStore.site(id, in: $0) }
        let card = try await inspector.card(of: site, at: now)
        let page = try await database.read { tx in
            let rules = try book.current(in: tx)
            return ScoreCardPage(
                site: site, card: card, rules: rules,
                columns: try HealthStore.columns(of: id, warnDays: rules.warnDays, today: now.day, in: tx),
                unchecked: try FlawStore.measurement(of: .uncheckedLink, in: id, tx),
                quarter: Quarter(of: now.day),
                mayRecord: officer.may(.recordFindings), form: form, errors: errors, token: request.csrf)
        }
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func record(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form, now) = (try request.id(Self.missing), try await request.form(), request.now)
        let (actor, code, words) = (officer.actor(request), form["code"] ?? "", form["words"] ?? "")
        let faults = form["faults"] ?? ""
        do {
            try await database.write { tx in
                let site = try SiteStore.site(id, in: tx)
                let number = try SiteFinding.check(
                    code, faults: faults, words: words, rules: try book.current(in: tx))
                try FindingStore.insert(
                    code, faults: number, words: words, of: site, by: actor, at: now, in: tx)
            }
            return .redirect(to: HealthPath.site(String(id)))
        } catch DomainError.invalid(let errors) {
            return try await show(request, officer, form: form, errors: errors)
        }
    }
}

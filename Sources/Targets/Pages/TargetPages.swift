import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The organs of a year, and the targets of one with what is reached.
struct TargetPages: Sendable {
    let office: TargetOffice

    var routes: [Route] {
        [
            .get(TargetPath.targets, .may(.readTargets, .readOwnTargets), "目标责任") { try await list($0, $1) },
            .get(TargetPath.plan("{year}", "{organ}"), .may(.readTargets, .readOwnTargets), "部门目标责任") {
                .page(try await show($0, $1))
            },
            .post(
                TargetPath.act("{year}", "{organ}", "reports"), .may(.readOwnTargets, .keepTargets),
                journal: "targets.reported", "反馈目标节点"
            ) { request, officer in
                let (form, place) = (try await request.form(), try office.place(request, officer))
                let isHead = officer.account.organs(for: .keepTargets).contains(place.organ)
                return try await answer(request, officer, form) {
                    try await office.report(
                        form["milestone"].flatMap(Int64.init) ?? 0, form["words"] ?? "",
                        form["evidence"] ?? "", place,
                        by: officer.actor(request, organ: place.organ), isHead: isHead, at: request.now)
                }
            },
            .post(
                TargetPath.act("{year}", "{organ}", "rulings"), .may(.keepTargets, .reviewTargets),
                journal: "targets.reviewed", "审核目标节点"
            ) { request, officer in
                let (form, place) = (try await request.form(), try office.place(request, officer))
                guard TargetOffice.reviews(officer, place.organ) else {
                    throw DomainError.forbidden("这个部门的节点由其他人审核。")
                }
                return try await answer(request, officer, form) {
                    guard let ruling = form["ruling"].flatMap(MilestoneReport.Ruling.init(rawValue:)) else {
                        throw DomainError.invalid("ruling", "请选择审核结果。")
                    }
                    try await office.rule(
                        form["report"].flatMap(Int64.init) ?? 0, ruling, form["opinion"] ?? "", place,
                        by: officer.actor(request), at: request.now)
                }
            },
        ]
    }

    private func answer(
        _ request: WebRequest, _ officer: OfficerContext, _ form: FormData, _ work: () async throws -> Void
    ) async throws -> WebResponse {
        let place = try office.place(request, officer)
        do {
            try await work()
            return .redirect(to: TargetPath.plan(String(place.year), place.organ))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let year = request.query("year").flatMap(Int.init) ?? request.now.day.year
        let (organs, after) = (TargetOffice.organs(officer), request.query("after"))
        let rows = try await office.database.read { tx in
            let plans = try TargetStore.plans(in: year, of: organs, after: after, in: tx)
            return try plans.map { newest in
                let versions = try TargetStore.versions(year, newest.organ, in: tx)
                let plan = versions.first { $0.state == .agreed } ?? newest
                let reached = try TargetStore.reports(year, newest.organ, in: tx).reached
                let amounts = try office.outside.amounts(newest.organ, year, tx)
                return TargetListPage.Row(
                    organ: newest.organ, state: newest.state, count: plan.targets.count,
                    achievement: plan.state == .agreed ? plan.achievement(amounts, reached: reached) : nil)
            }
        }
        let all = try await office.directory.organs()
        let missing = all.filter { organ in
            organ.isLiving && TargetOffice.side(officer, of: organ.key) != nil
                && !rows.items.contains { $0.organ == organ.key }
        }
        return .page(
            TargetListPage(
                year: year, rows: rows.items,
                names: Dictionary(all.map { ($0.key, $0.name) }) { first, _ in first },
                missing: rows.next == nil && after == nil ? missing.map(\.key) : [],
                pager: Pager(next: rows.next, of: request), token: request.csrf
            ).page)
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let place = try office.place(request, officer)
        let (versions, reports, amounts) = try await office.database.read { tx in
            (
                try TargetStore.versions(place.year, place.organ, in: tx),
                try TargetStore.reports(place.year, place.organ, in: tx),
                try office.outside.amounts(place.organ, place.year, tx)
            )
        }
        guard !versions.isEmpty else { throw DomainError.notFound(TargetOffice.unknown) }
        return TargetPage(
            versions: versions, reports: reports, amounts: amounts, outside: office.outside,
            organ: try await office.directory.organ(place.organ)?.name ?? place.organ,
            person: request.query("person").flatMap(Int64.init), account: officer.account.id,
            isHead: officer.account.organs(for: .keepTargets).contains(place.organ),
            reviews: TargetOffice.reviews(officer, place.organ),
            mayDraft: TargetOffice.side(officer, of: place.organ) != nil, today: request.now.day,
            entered: entered,
            errors: errors, token: request.csrf
        ).page
    }
}

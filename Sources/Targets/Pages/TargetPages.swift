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
                let (form, place) = (try await request.form(), try await office.held(request, officer))
                let isHead = officer.account.organs(for: .keepTargets).contains(place.holder)
                return try await answer(request, officer, form, place) {
                    try await office.report(
                        form["milestone"].flatMap(Int64.init) ?? 0, form["words"] ?? "",
                        form["evidence"] ?? "", (place.year, place.organ),
                        by: officer.actor(request, organ: place.holder), isHead: isHead, at: request.now)
                }
            },
            .post(
                TargetPath.act("{year}", "{organ}", "rulings"), .may(.keepTargets, .reviewTargets),
                journal: "targets.reviewed", "审核目标节点"
            ) { request, officer in
                let (form, place) = (try await request.form(), try await office.held(request, officer))
                guard TargetOffice.reviews(officer, place.holder) else {
                    throw DomainError.forbidden("这个部门的节点由其他人审核。")
                }
                return try await answer(request, officer, form, place) {
                    guard let ruling = form["ruling"].flatMap(MilestoneReport.Ruling.init(rawValue:)) else {
                        throw DomainError.invalid("ruling", "请选择审核结果。")
                    }
                    try await office.rule(
                        form["report"].flatMap(Int64.init) ?? 0, ruling, form["opinion"] ?? "",
                        (place.year, place.organ), by: officer.actor(request), at: request.now)
                }
            },
        ]
    }

    private func answer(
        _ request: WebRequest, _ officer: OfficerContext, _ form: FormData, _ place: TargetPlace,
        _ work: () async throws -> Void
    ) async throws -> WebResponse {
        do {
            try await work()
            return .redirect(to: place.path)
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let year = request.query("year").flatMap(Int.init) ?? request.now.day.year
        let after = request.query("after")
        let rows = try await office.standings(in: year, for: officer, after: after)
        let all = try await office.directory.everyOrgan()
        let missing = all.filter { organ in
            organ.isLiving && TargetOffice.side(officer, of: organ.key) != nil
                && !rows.items.contains { $0.newest?.organ == organ.key }
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
        let place = try await office.held(request, officer)
        let standing = try await office.standing(place)
        let names = Dictionary(try await office.directory.everyOrgan().map { ($0.key, $0.name) }) {
            first, _ in first
        }
        return TargetPage(
            standing: standing, outside: office.outside, organ: names[place.organ] ?? place.organ,
            holder: names[place.holder] ?? place.holder, person: request.query("person").flatMap(Int64.init),
            account: officer.account.id,
            isHead: officer.account.organs(for: .keepTargets).contains(place.holder),
            reviews: TargetOffice.reviews(officer, place.holder),
            mayDraft: place.holder == place.organ && TargetOffice.side(officer, of: place.organ) != nil,
            today: request.now.day, entered: entered, errors: errors, token: request.csrf
        ).page
    }
}

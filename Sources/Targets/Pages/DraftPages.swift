import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Where targets are drafted, offered and agreed.
struct DraftPages: Sendable {
    let office: TargetOffice

    var routes: [Route] {
        [
            .get(TargetPath.draft("{year}", "{organ}"), .may(.readTargets, .readOwnTargets), "目标责任的新版本") {
                .page(try await show($0, $1))
            },
            .post(
                TargetPath.draft("{year}", "{organ}"), .may(.keepTargets, .signTargets),
                journal: "targets.drafted",
                "起草目标责任"
            ) { request, officer in
                let (place, _) = try side(request, officer)
                try await office.begin(place.year, place.organ, by: officer.actor(request), at: request.now)
                return .redirect(to: TargetPath.draft(String(place.year), place.organ))
            },
            act("targets", "targets.drafted", "写入目标") { try await add($0, $1, $2) },
            act("removals", "targets.drafted", "删除目标") { request, officer, form in
                let key = form["target"].flatMap(Int64.init) ?? 0
                try await change(request, officer, "targets.drafted", "删除了一个目标") { plan, _, _ in
                    try plan.remove(key)
                }
            },
            act("offer", "targets.offered", "提出目标责任") { request, officer, form in
                let (reason, now) = (form["reason"] ?? "", request.now)
                try await change(request, officer, "targets.offered", "提出目标责任，等待对方同意") { plan, side, actor in
                    try plan.offer(reason, for: side, by: actor.accountID, named: actor.name, at: now)
                }
            },
            act("answer", "targets.answered", "答复目标责任") { try await answer($0, $1, $2) },
        ]
    }

    typealias Work = @Sendable (WebRequest, OfficerContext, FormData) async throws -> Void

    /// Does it and shows the draft; what is wrong is shown at its field.
    private func act(_ name: String, _ journal: String, _ title: String, _ work: @escaping Work) -> Route {
        .post(
            TargetPath.draftAct("{year}", "{organ}", name), .may(.keepTargets, .signTargets),
            journal: journal, title
        ) { request, officer in
            let (form, place) = (try await request.form(), try office.place(request, officer))
            do {
                try await work(request, officer, form)
                return .redirect(to: TargetPath.draft(String(place.year), place.organ))
            } catch DomainError.invalid(let errors) {
                let page = try await show(request, officer, entered: form, errors: errors)
                return .page(page, status: .unprocessableContent)
            }
        }
    }

    private func side(_ request: WebRequest, _ officer: OfficerContext) throws -> (
        (year: Int, organ: String), TargetPlan.Side
    ) {
        let place = try office.place(request, officer)
        guard let side = TargetOffice.side(officer, of: place.organ) else {
            throw DomainError.forbidden("目标由本部门负责人和区领导双方商定。")
        }
        return (place, side)
    }

    private func change(
        _ request: WebRequest, _ officer: OfficerContext, _ action: String, _ sentence: String,
        _ rule: @escaping @Sendable (inout TargetPlan, TargetPlan.Side, Actor) throws -> Void
    ) async throws {
        let ((place, side), actor) = (try side(request, officer), officer.actor(request))
        try await office.change(place.year, place.organ, by: actor, at: request.now, action, sentence) {
            plan, _ in
            try rule(&plan, side, actor)
        }
    }

    private func add(_ request: WebRequest, _ officer: OfficerContext, _ form: FormData) async throws {
        let ((place, _), actor) = (try side(request, officer), officer.actor(request))
        let (figures, today) = (Set(office.outside.figures.map(\.key)), request.now.day)
        try await office.change(
            place.year, place.organ, by: actor, at: request.now, "targets.drafted", "写入了一个目标"
        ) { plan, tx in
            let members = try Self.members(place.organ, on: today, in: tx)
            let entry = TargetEntry(
                form: form, year: place.year, members: members, figures: figures, newID: { tx.ids.next() })
            try plan.add(try entry.target())
        }
    }

    private func answer(_ request: WebRequest, _ officer: OfficerContext, _ form: FormData) async throws {
        let (agrees, objection, now) = (form["agrees"], form["objection"] ?? "", request.now)
        guard let agrees = agrees.flatMap(Bool.init) else { throw DomainError.invalid("agrees", "请选择是否同意。") }
        try await change(request, officer, "targets.answered", agrees ? "同意目标责任" : "不同意目标责任") {
            plan, side, actor in
            if agrees {
                try plan.agree(for: side, by: actor.accountID, named: actor.name, at: now)
            } else {
                try plan.decline(objection, for: side, by: actor.accountID)
            }
        }
    }

    static func members(_ organ: String, on day: CivilDate, in tx: Transaction) throws -> [(
        id: Int64, name: String, post: String
    )] {
        try Accounts.members(of: organ, on: day, in: tx).prefix(300).map { member in
            (member.id, member.name, member.roles.map(\.chinese).sorted().joined(separator: "、"))
        }
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let place = try office.place(request, officer)
        let (plan, members) = try await office.database.read { tx in
            (
                try TargetStore.versions(place.year, place.organ, in: tx).first,
                try Self.members(place.organ, on: request.now.day, in: tx)
            )
        }
        guard let plan else { throw DomainError.notFound(TargetOffice.unknown) }
        return DraftPage(
            plan: plan, organ: try await office.directory.organ(place.organ)?.name ?? place.organ,
            side: TargetOffice.side(officer, of: place.organ),
            members: members.map { .init(String($0.id), "\($0.name)（\($0.post)）") }, outside: office.outside,
            account: officer.account.id, entered: entered, errors: errors, token: request.csrf
        ).page
    }
}

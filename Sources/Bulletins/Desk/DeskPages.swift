import HTTPTypes
import Identity
import Journal
import Refusals
import RuleBooks
import Storage
import Web
import WorkingTime

/// Bulletins on the desk: generated, approved by a second person, published, corrected and withdrawn.
struct DeskPages: Sendable {
    let office: BulletinOffice

    var routes: [Route] {
        [
            .get(BulletinPath.desk, .may(.readBulletins), "监察通报") { .page(try await list($0, $1)) },
            .post(BulletinPath.desk, .may(.editBulletins), journal: "bulletin.drafted", "生成监察通报的草稿") {
                try await generate($0, $1)
            },
            .get(BulletinPath.edit("{period}"), .may(.readBulletins), "一期监察通报") {
                .page(try await show($0, $1))
            },
            .get(BulletinPath.act("{period}", "draft.pdf"), .may(.readBulletins), "监察通报草稿（PDF）") {
                request, _ in
                let period = try BulletinOffice.period(request)
                let (one, title) = try await office.database.read { tx in
                    let one = try BulletinStore.bulletin(period, in: tx)
                    return (one, try office.templates.current(in: tx).title(one.figures, period))
                }
                let bytes = try await BulletinPaper(draft: one, title: title, at: request.now).pdf()
                return .file(
                    bytes, name: "\(period.text)-draft.pdf", contentType: "application/pdf",
                    disposition: .inline)
            },
            .post(
                BulletinPath.act("{period}", "approval"), .may(.approveBulletins),
                journal: "bulletin.approved", "审定监察通报"
            ) { request, officer in
                try await act(request, officer, "bulletin.approved", "审定") { one, actor, form in
                    try one.approve(seen: form.seen, by: actor)
                }
            },
            .post(
                BulletinPath.act("{period}", "publication"), .may(.publishBulletins),
                journal: "bulletin.published", "公布监察通报"
            ) { request, officer in
                let now = request.now
                return try await act(request, officer) { period, actor, form, tx in
                    try office.publish(period, seen: form.seen, by: actor, at: now, in: tx)
                }
            },
        ] + correcting + discarding
    }

    private func generate(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        guard let period = (form["period"]).flatMap(BulletinPeriod.init) else {
            let errors = [FieldError("period", "请选择哪一期。")]
            return .page(try await list(request, officer, errors: errors), status: .unprocessableContent)
        }
        try await office.generate(period, by: officer.actor(request), at: request.now)
        return .redirect(to: BulletinPath.edit(period.text))
    }

    private func list(_ request: WebRequest, _ officer: OfficerContext, errors: [FieldError] = [])
        async throws
        -> Page
    {
        let today = request.now.day
        let (found, missing) = try await office.database.read { tx in
            (
                try BulletinStore.list(after: request.query("after"), in: tx),
                try BulletinPeriod.over(on: today).filter {
                    try BulletinStore.find($0, in: tx)?.isDiscarded ?? true
                }
            )
        }
        return DeskListPage(
            bulletins: found, missing: missing, mayEdit: officer.may(.editBulletins), errors: errors,
            request: request
        ).page
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let period = try BulletinOffice.period(request)
        let today = request.now.day
        let (one, editions, issuer) = try await office.database.read { tx in
            let one = try BulletinStore.bulletin(period, in: tx)
            let key = try office.templates.current(in: tx).issuer
            return (
                one, try EditionStore.editions(of: one.id, in: tx),
                try BulletinIssuer(key, on: today, in: tx)
            )
        }
        return DeskPage(
            bulletin: one, editions: editions, issuer: issuer, officer: officer, entered: entered,
            errors: errors,
            token: request.csrf
        ).page
    }

    /// Does it by a rule and shows the bulletin.
    func act(
        _ request: WebRequest, _ officer: OfficerContext, _ action: String, _ verb: String,
        _ rule: @escaping @Sendable (inout Bulletin, Actor, FormData) throws -> Void
    ) async throws -> WebResponse {
        let now = request.now
        return try await act(request, officer) { period, actor, form, tx in
            try office.change(period, action, verb, by: actor, at: now, in: tx) { try rule(&$0, actor, form) }
        }
    }

    /// Does it and shows the bulletin; what is wrong is shown at its field.
    func act(
        _ request: WebRequest, _ officer: OfficerContext,
        _ work: @escaping @Sendable (BulletinPeriod, Actor, FormData, Transaction) throws -> Void
    ) async throws -> WebResponse {
        let (form, period) = (try await request.form(), try BulletinOffice.period(request))
        let actor = officer.actor(request)
        do {
            try await office.database.write { try work(period, actor, form, $0) }
            return .redirect(to: BulletinPath.edit(period.text))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }
}

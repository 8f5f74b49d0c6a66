import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The kinds of what is done elsewhere: what each holds, and what was reported last.
struct KindPages: Sendable {
    let office: SupervisionOffice

    var routes: [Route] {
        [
            .get(SupervisionPath.kinds, .may(.readSignals, .answerSignals, .feedMatters), "报送监察的事项") {
                request, officer in
                let today = request.now.day
                let (kinds, organs) = (
                    try await office.database.read { try KindStore.kinds(on: today, in: $0) },
                    try await office.everyOrgan()
                )
                return .page(
                    KindListPage(
                        kinds: kinds, organs: organs, mayWrite: officer.may(.writeKinds), officer: officer
                    ).page)
            },
            .get(SupervisionPath.newKind, .may(.writeKinds), "新的监察事项") { request, _ in
                .page(try await new(request))
            },
            .post(SupervisionPath.newKind, .may(.writeKinds), journal: "supervised_kind.written", "规定新的监察事项")
            {
                request, officer in
                let form = try await request.form()
                do {
                    let kind = try KindForm.kind(form, key: nil)
                    try await office.put(kind, isNew: true, request, officer)
                    return .redirect(to: SupervisionPath.kind(kind.key))
                } catch DomainError.invalid(let errors) {
                    return .page(try await new(request, form, errors), status: .unprocessableContent)
                }
            },
            .get(SupervisionPath.kind("{kind}"), .may(.readSignals, .answerSignals, .feedMatters), "一类监察事项") {
                .page(try await show($0, $1))
            },
            .post(
                SupervisionPath.kind("{kind}"), .may(.writeKinds), journal: "supervised_kind.written",
                "修改监察事项"
            ) {
                request, officer in
                let (form, key) = (try await request.form(), try request.parameter("kind"))
                do {
                    try await office.put(try KindForm.kind(form, key: key), isNew: false, request, officer)
                    return .redirect(to: SupervisionPath.kind(key))
                } catch DomainError.invalid(let errors) {
                    return .page(
                        try await show(request, officer, form, errors), status: .unprocessableContent)
                }
            },
            .get(
                SupervisionPath.kindAct("{kind}", "sample.csv"),
                .may(.readSignals, .answerSignals, .feedMatters), "报送样例"
            ) {
                request, _ in
                let key = try request.parameter("kind")
                let version = try await office.database.read { try KindStore.kind(key, in: $0) }
                let text = DeliveredKinds.sample(key) ?? version.kind.blank
                return .file(
                    Array("\u{FEFF}\(text)".utf8), name: "\(version.kind.name).csv",
                    contentType: "text/csv; charset=utf-8")
            },
        ]
    }

    private func new(_ request: WebRequest, _ entered: FormData? = nil, _ errors: [FieldError] = [])
        async throws
        -> Page
    {
        let form = KindForm(
            kind: nil, organs: try await office.organs(), action: SupervisionPath.newKind, entered: entered,
            errors: errors, token: request.csrf)
        return Page(
            "新的监察事项", crumbs: KindPage.crumbs + [Link("新的监察事项", nil)], area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>新的监察事项</h1>
                <p class="lead">写明一条记录有哪些字段、哪个字段是编号、开始、到期和办结，指定的部门就可以报送。</p>
                \(form.html)
                """)
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, _ entered: FormData? = nil,
        _ errors: [FieldError] = []
    ) async throws -> Page {
        let key = try request.parameter("kind")
        let (version, slice, calendar) = try await office.database.read { tx in
            let version = try KindStore.kind(key, on: request.now.day, in: tx)
            let filter = SupervisionOffice.matters(officer, of: version.kind)
            return (
                version, try MatterStore.newest(key, filter, after: request.query("after"), in: tx),
                try Directory.calendar(in: tx)
            )
        }
        let organs = try await office.everyOrgan()
        let form = KindForm(
            kind: version.kind, organs: organs, action: SupervisionPath.kind(key), entered: entered,
            errors: errors,
            token: request.csrf)
        return KindPage(
            version: version, schema: try RecordSchema(version.kind.schema), slice: slice, organs: organs,
            feeds: SupervisionOffice.feeds(officer, version.kind),
            form: officer.may(.writeKinds) ? form : nil,
            errors: errors, calendar: calendar, now: request.now, pager: Pager(next: slice.next, of: request)
        ).page
    }
}

import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The versions of the model: written by one person, switched on by another.
struct ModelPages: Sendable {
    let office: PerformanceOffice

    var routes: [Route] {
        [
            .get(PerformancePath.models, .may(.writeModels, .switchModels), "绩效指标") { request, officer in
                let versions = try await office.database.read { try ModelStore.versions(in: $0) }
                return .page(
                    ModelListPage(
                        versions: versions, mayWrite: officer.may(.writeModels), token: request.csrf
                    ).page)
            },
            .post(
                PerformancePath.models, .may(.writeModels), journal: "performance_model.drafted", "起草绩效指标的新版本"
            ) { try await draft($0, $1) },
            .get(PerformancePath.model("{id}"), .may(.writeModels, .switchModels), "绩效指标的一个版本") {
                .page(try await show($0, $1))
            },
            .post(
                PerformancePath.model("{id}"), .may(.writeModels), journal: "performance_model.drafted",
                "修改绩效指标"
            ) { request, officer in
                let form = try await request.form()
                return try await change(request, officer, "performance_model.drafted", "修改", form) {
                    try $0.edit(
                        form["body"] ?? "", seen: form["seen"].flatMap { Int($0) } ?? -1, by: $1)
                }
            },
            .post(
                PerformancePath.modelAct("{id}", "activation"), .may(.switchModels),
                journal: "performance_model.on", "启用绩效指标"
            ) {
                try await activate($0, $1)
            },
        ] + trials + gradeRoutes
    }

    private func activate(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (form, today) = (try await request.form(), request.now.day)
        let seen = form["seen"].flatMap { Int($0) }
        let period = form["period"].flatMap(Period.init)
        let verb = period.map { "看过用\($0.chinese)的数的试算，启用" } ?? "启用"
        return try await change(request, officer, "performance_model.on", verb, form) {
            guard let day = form["on_from"].flatMap({ CivilDate(iso: $0) }) else {
                throw DomainError.invalid("on_from", "请填写从哪一天起启用。")
            }
            try $0.switchOn(from: day, today: today, seen: period == nil ? nil : seen, by: $1)
        }
    }

    /// The next version is written beside the one that is on; there is one draft at a time.
    private func draft(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (actor, now) = (officer.actor(request), request.now)
        let id = try await office.database.write { tx in
            try tx.exclude("performance-model")
            let all = try ModelStore.versions(in: tx)
            if let draft = all.first(where: { $0.state == .draft }) { return draft.id }
            let body = try all.first?.body ?? PerformanceModel.deliveredText()
            return try insert(body, "起草", after: all, by: actor, at: now, in: tx)
        }
        return .redirect(to: PerformancePath.model(String(id)))
    }

    /// - Returns: the id of the draft.
    func insert(
        _ body: String, _ verb: String, after all: [ModelVersion], by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws -> Int64 {
        let version = ModelVersion(
            id: tx.ids.next(), version: (all.first?.version ?? 0) + 1, body: body, editedBy: actor.accountID,
            editedByName: actor.name)
        try ModelStore.insert(version, in: tx)
        try record("performance_model.drafted", verb, version, by: actor, at: now, in: tx)
        return version.id
    }

    private func change(
        _ request: WebRequest, _ officer: OfficerContext, _ action: String, _ verb: String, _ form: FormData,
        _ rule: @escaping @Sendable (inout ModelVersion, Actor) throws -> Void
    ) async throws -> WebResponse {
        let (id, actor, now) = (
            try request.id(ModelStore.noModel), officer.actor(request), request.now
        )
        do {
            try await office.database.write { tx in
                try tx.exclude("performance-model")
                var version = try ModelStore.version(id, in: tx)
                try rule(&version, actor)
                try ModelStore.update(version, in: tx)
                try record(action, verb, version, by: actor, at: now, in: tx)
            }
            return .redirect(to: PerformancePath.model(String(id)))
        } catch DomainError.invalid(let errors) {
            // Switching on stands on the page of the trial, editing on that of the version.
            let page =
                action == "performance_model.on"
                ? try await trial(request, officer, entered: form, errors: errors)
                : try await show(request, officer, entered: form, errors: errors)
            return .page(page, status: .unprocessableContent)
        }
    }

    private func record(
        _ action: String, _ verb: String, _ version: ModelVersion, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        try PerformanceOffice.record(
            action, "performance_model:\(version.version)", "\(actor.name)\(verb)绩效指标第 \(version.version) 版。",
            by: actor, at: now, in: tx)
    }

    func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let id = try request.id(ModelStore.noModel)
        let (version, all) = try await office.database.read { tx in
            (try ModelStore.version(id, in: tx), try ModelStore.versions(in: tx))
        }
        let mayWrite = officer.may(.writeModels)
        return ModelPage(
            version: version, mayWrite: mayWrite,
            offersGrades: mayWrite && OfferedGrades.fits(version, among: all),
            maySwitch: officer.may(.switchModels),
            isWriter: version.editedBy == officer.account.id, today: request.now.day, entered: entered,
            errors: errors, token: request.csrf
        ).page
    }
}

import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// A draft, or a text that is still being edited, tried over a period. Whoever switches the draft on does so on that page.
extension ModelPages {
    var trials: [Route] {
        [
            .get(
                PerformancePath.modelAct("{id}", "trial"), .may(.writeModels, .switchModels), "试算绩效指标"
            ) { .page(try await trial($0, $1)) },
            .post(
                PerformancePath.modelAct("{id}", "trial"), .may(.writeModels),
                journal: "performance_model.tried", "试算还没有保存的绩效指标"
            ) { try await tryText($0, $1) },
        ]
    }

    /// The saved text over a period that has begun: the last month that is over, unless another is asked for.
    func trial(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let id = try request.id(ModelStore.noModel)
        let version = try await office.database.read { try ModelStore.version(id, in: $0) }
        let wish = entered?["period"] ?? request.query("period")
        let assessment = try await office.assessment(try Self.period(wish, request.now.day))
        return try await page(
            version, try version.model(), assessment, request, officer, entered, errors)
    }

    private static func period(_ wish: String?, _ today: CivilDate) throws -> Period {
        guard let wish, !wish.isEmpty else { return Period(.month, of: today).previous }
        guard let period = Period(wish), period.first <= today else {
            throw DomainError.notFound(PerformanceOffice.noPeriod)
        }
        return period
    }

    /// What was typed is tried and not kept; that it was tried is in the journal.
    private func tryText(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, form, actor, now) = (
            try request.id(ModelStore.noModel), try await request.form(), officer.actor(request), request.now
        )
        let version = try await office.database.read { try ModelStore.version(id, in: $0) }
        do {
            let model = try PerformanceModel(text: form["body"] ?? "")
            let assessment = try await office.assessment(try Self.period(form["period"], now.day))
            try await office.database.write { tx in
                try PerformanceOffice.record(
                    "performance_model.tried", "performance_model:\(version.version)",
                    "\(actor.name)用\(assessment.period.chinese)的数试算绩效指标第 \(version.version) 版的改稿。", by: actor,
                    at: now, in: tx)
            }
            return .page(
                try await page(version, model, assessment, request, officer, nil, [], isUnsaved: true))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await show(request, officer, entered: form, errors: errors), status: .unprocessableContent
            )
        }
    }

    private func page(
        _ version: ModelVersion, _ model: PerformanceModel, _ assessment: Assessment, _ request: WebRequest,
        _ officer: OfficerContext, _ entered: FormData?, _ errors: [FieldError], isUnsaved: Bool = false
    ) async throws -> Page {
        let sums = try await office.database.read { try OfficeFigureStore.offices(in: assessment.period, $0) }
        return TrialPage(
            version: version, assessment: assessment, trial: ModelTrial(model, over: assessment),
            offices: OfficeTrial(model, over: assessment, sums), scale: model.scale, faults: model.faults,
            isUnsaved: isUnsaved, maySwitch: officer.may(.switchModels),
            isWriter: version.editedBy == officer.account.id, today: request.now.day, entered: entered,
            errors: errors, token: request.csrf
        ).page
    }
}

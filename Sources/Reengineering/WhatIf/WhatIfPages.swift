import Government
import HTTPTypes
import Identity
import Jobs
import Journal
import ProcessSimulation
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// Describing a change, asking what it would have meant, and reading the answer.
struct WhatIfPages: Sendable {
    /// Cases from which the form takes its steps and posts; the answer rests on all.
    private static let casesForForm = 1_000

    let database: Database
    let services: ServiceLibrary
    let directory: Directory

    var routes: [Route] {
        [
            .get(AnalysisPath.whatIfForm, .may(.analyseProcesses), "如果这样改") { request, _ in
                let scope = try await services.scope(of: request, in: database)
                return .page(try await form(request, scope))
            },
            .post(
                AnalysisPath.whatIfs, .may(.analyseProcesses), journal: "process.simulated", "模拟改变后的流程"
            ) { try await ask($0, $1) },
            .get(AnalysisPath.whatIf("{id}"), .may(.analyseProcesses), "模拟结果") { request, _ in
                .page(try await answer(request))
            },
            .post(
                AnalysisPath.cancellation("{id}"), .may(.analyseProcesses), journal: "job.cancelled", "取消模拟"
            ) { request, officer in
                let (id, actor, now) = (
                    try request.id(WhatIfStore.none), officer.actor(request), request.now
                )
                try await database.write { tx in
                    try JobQueue.cancel(try WhatIfStore.find(id, in: tx).jobID, by: actor, at: now, in: tx)
                }
                return .redirect(to: AnalysisPath.whatIf(String(id)))
            },
        ]
    }

    private func form(
        _ request: WebRequest, _ scope: AnalysisScope, _ entered: FormData? = nil,
        errors: [FieldError] = []
    ) async throws -> Page {
        let organs = try await directory.organs()
        var (form, refusal): (WhatIfForm?, Sentence?) = (nil, nil)
        do {
            let model = try await model(scope, at: request.now)
            // A change can be sent to a colleague as an address.
            let named = FormData(
                WhatIfForm.names(model).compactMap { name in request.query(name).map { (name, $0) } })
            form = WhatIfForm(model: model, organs: organs, entered: entered ?? named, errors: errors)
        } catch DomainError.invalid(let found) {
            refusal = found.first?.sentence
        }
        let asked = try await database.read {
            try WhatIfStore.list(scope, after: request.query("after"), in: $0)
        }
        return WhatIfFormPage(
            scope: scope, form: form, refusal: refusal, asked: asked,
            pager: Pager(next: asked.next, of: request), organs: organs, token: request.csrf
        ).page
    }

    private func model(_ scope: AnalysisScope, at now: Instant) async throws -> SimulationModel {
        try await RecordedCases(database: database).model(
            scope, endedBefore: now, hours: .usual, upTo: Self.casesForForm)
    }

    private func ask(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let entered = try await request.form()
        let scope = try AnalysisAsking.scope(
            entered, services.catalogue, thisYear: request.now.day.year)
        do {
            let form = WhatIfForm(
                model: try await model(scope, at: request.now), organs: try await directory.organs(),
                entered: entered)
            let question = try form.question()
            let (actor, now) = (officer.actor(request), request.now)
            let id = try await database.write {
                try Self.ask(question, scope, by: actor, at: now, in: $0)
            }
            return .redirect(to: AnalysisPath.whatIf(String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(
                try await self.form(request, scope, entered, errors: errors), status: .unprocessableContent)
        }
    }

    /// Keeps a question and puts in the job that answers it.
    static func ask(
        _ question: WhatIf.Question, _ scope: AnalysisScope, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws -> Int64 {
        let id = tx.ids.next()
        let job = try JobQueue.enqueue(
            kind: WhatIfWork.kind, key: "\(scope.name)@\(id)", payload: id, at: now, by: actor.accountID,
            in: tx)
        try WhatIfStore.insert(
            WhatIf(
                id: id, scope: scope, question: question, askedBy: actor.accountID, askedByName: actor.name,
                askedAt: now, jobID: job), in: tx)
        try Journal.append(
            JournalEntry(
                at: now, actor: actor, action: "process.simulated", subject: "process_what_if:\(id)",
                sentence: "\(actor.name)模拟改变\(scope.name)的流程。"), in: tx)
        return id
    }

    private func answer(_ request: WebRequest) async throws -> Page {
        let id = try request.id(WhatIfStore.none)
        let (asked, job) = try await database.read { tx in
            let asked = try WhatIfStore.find(id, in: tx)
            return (asked, try JobQueue.find(asked.jobID, in: tx))
        }
        return WhatIfPage(
            asked: asked, job: job, organs: try await directory.organs(), token: request.csrf
        ).page
    }
}

extension AnalysisPath {
    static let whatIfForm = "\(analysis)/what-if"
    static let whatIfs = "\(analysis)/what-ifs"
    static func whatIf(_ id: String) -> String { "\(whatIfs)/\(id)" }
    static func cancellation(_ id: String) -> String { "\(whatIf(id))/cancellation" }
}

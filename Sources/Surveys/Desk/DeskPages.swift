import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Surveys on the desk: written, published by a second person, closed, and said what is done about them.
struct DeskPages: Sendable {
    let office: SurveyOffice

    var routes: [Route] {
        [
            .get(SurveyPath.desk, .may(.editSurveys), "问卷") { request, officer in
                let organs = officer.account.organs(for: .editSurveys)
                let surveys = try await office.database.read {
                    try SurveyStore.surveys(of: organs, after: request.query("after"), in: $0)
                }
                return .page(DeskListPage(surveys: surveys, request: request).page)
            },
            .get(SurveyPath.new, .may(.editSurveys), "新的问卷") { request, _ in .page(new(request)) },
            .post(SurveyPath.new, .may(.editSurveys), journal: "survey.drafted", "新的问卷") {
                try await begin($0, $1)
            },
            .get(SurveyPath.edit("{id}"), .may(.editSurveys), "问卷") { .page(try await show($0, $1)) },
            .post(SurveyPath.edit("{id}"), .may(.editSurveys), journal: "survey.drafted", "修改问卷") {
                try await edit($0, $1)
            },
            .get(SurveyPath.preview("{id}"), .may(.editSurveys), "问卷的样子") { request, officer in
                let organs = officer.account.organs(for: .editSurveys)
                let survey = try await office.database.read { try office.own(request, organs, in: $0) }
                return .page(PreviewPage(survey: survey, token: request.csrf).page)
            },
            .post(
                SurveyPath.act("{id}", "publication"), .may(.publishSurveys), journal: "survey.published",
                "发布问卷"
            ) { request, officer in
                let day = request.now.day
                try await office.change(request, officer, .publishSurveys, "survey.published", "发布") {
                    survey, actor, tx in
                    try survey.publish(by: actor, on: day)
                    try SurveyStore.giveSecret(to: survey.id, in: tx)
                }
                return try back(request)
            },
            .post(SurveyPath.act("{id}", "end"), .may(.publishSurveys), journal: "survey.closed", "提前结束问卷") {
                try await end($0, $1)
            },
            .post(
                SurveyPath.act("{id}", "conclusion"), .may(.publishSurveys), journal: "survey.concluded",
                "结果说明"
            ) { try await conclude($0, $1) },
        ]
    }

    private func back(_ request: WebRequest) throws -> WebResponse {
        .redirect(to: SurveyPath.edit(String(try request.id(SurveyOffice.missing))))
    }

    private func new(_ request: WebRequest, entered: FormData? = nil, errors: [FieldError] = []) -> Page {
        NewSurveyPage(entered: entered, errors: errors, token: request.csrf).page
    }

    private func begin(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        guard let organ = officer.account.organs(for: .editSurveys).sorted().first else {
            throw DomainError.forbidden("问卷由部门设计。")
        }
        do {
            let (facts, actor, now) = (
                try FactsForm.facts(form), officer.actor(request, organ: organ), request.now
            )
            let id = try await office.database.write { tx in
                let survey = try Survey.begin(facts, id: tx.ids.next(), organ: organ, by: actor)
                try SurveyStore.insert(survey, in: tx)
                try SurveyOffice.record("survey.drafted", "起草", survey, by: actor, at: now, in: tx)
                return survey.id
            }
            return .redirect(to: SurveyPath.edit(String(id)))
        } catch DomainError.invalid(let errors) {
            return .page(new(request, entered: form, errors: errors), status: .unprocessableContent)
        }
    }

    /// The page of a survey, again with what was entered and what is wrong with it.
    func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let (account, today) = (officer.account, request.now.day)
        let organs = account.organs(for: .editSurveys)
        let mayPublish = account.organs(for: .publishSurveys)
        return try await office.database.read { tx in
            let survey = try office.own(request, organs, in: tx)
            let results = try ResultStore.results(of: survey.id, in: tx)
            return DeskPage(
                survey: survey, counts: try AnswerStore.counts(of: survey.id, in: tx), results: results,
                words: try results.map {
                    try ResultStore.words(of: survey, $0, after: request.query("after"), in: tx)
                } ?? WrittenWords(),
                panels: try PanelStore.panels(of: survey.id, in: tx),
                mayPublish: mayPublish.contains(survey.organ), isWriter: survey.editedBy == account.id,
                entered: entered, errors: errors, today: today, token: request.csrf
            ).page
        }
    }

    private func edit(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        do {
            let (facts, seen) = (try FactsForm.facts(form), form["seen"].flatMap { Int($0) } ?? -1)
            try await office.change(request, officer, .editSurveys, "survey.drafted", "修改") {
                survey, actor, _ in
                try survey.edit(facts, seen: seen, by: actor)
            }
            return try back(request)
        } catch DomainError.invalid(let errors) {
            let page = try await show(request, officer, entered: form, errors: errors)
            return .page(page, status: .unprocessableContent)
        }
    }

    private func end(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let organs = officer.account.organs(for: .publishSurveys)
        let survey = try await office.database.read { try office.own(request, organs, in: $0) }
        let actor = officer.actor(request, organ: survey.organ)
        let closing = Closing(database: office.database)
        try await closing.close(survey.id, by: actor, why: "\(actor.name)决定", at: request.now)
        return try back(request)
    }

    private func conclude(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        do {
            try await office.change(request, officer, .publishSurveys, "survey.concluded", "说明结果：") {
                survey, _, _ in
                try survey.conclude((form["conclusion"] ?? "").trimmed)
            }
            return try back(request)
        } catch DomainError.invalid(let errors) {
            let page = try await show(request, officer, entered: form, errors: errors)
            return .page(page, status: .unprocessableContent)
        }
    }
}

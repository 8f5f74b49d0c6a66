import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web

/// One question, as it is written on the desk.
struct QuestionPages: Sendable {
    let office: SurveyOffice

    var routes: [Route] {
        [
            .get(SurveyPath.question("{id}", "{key}"), .may(.editSurveys), "问卷的问题") {
                .page(try await show($0, $1))
            },
            .post(
                SurveyPath.question("{id}", "{key}"), .may(.editSurveys), journal: "survey.drafted", "修改问题"
            ) { try await put($0, $1) },
            .post(
                SurveyPath.questionAct("{id}", "{key}", "up"), .may(.editSurveys), journal: "survey.drafted",
                "上移问题"
            ) { try await act($0, $1) { try $0.raise($1, seen: $2, by: $3) } },
            .post(
                SurveyPath.questionAct("{id}", "{key}", "removal"), .may(.editSurveys),
                journal: "survey.drafted", "去掉问题"
            ) { try await act($0, $1) { try $0.remove($1, seen: $2, by: $3) } },
        ]
    }

    private func act(
        _ request: WebRequest, _ officer: OfficerContext,
        _ rule: @escaping @Sendable (inout Survey, String, Int, Actor) throws -> Void
    ) async throws -> WebResponse {
        let (form, key) = (try await request.form(), try request.parameter("key"))
        let seen = form["seen"].flatMap { Int($0) } ?? -1
        try await office.change(request, officer, .editSurveys, "survey.drafted", "修改") { survey, actor, _ in
            try rule(&survey, key, seen, actor)
        }
        return try back(request)
    }

    private func put(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (form, key) = (try await request.form(), try request.parameter("key"))
        let seen = form["seen"].flatMap { Int($0) } ?? -1
        let options = (form["options"] ?? "").split(whereSeparator: \.isNewline).map { String($0).trimmed }
        do {
            try await office.change(request, officer, .editSurveys, "survey.drafted", "修改") {
                survey, actor, _ in
                let question = try SurveyQuestion(
                    key: key == "new" ? survey.nextKey : try survey.known(key),
                    kind: form["kind"].flatMap(SurveyQuestion.Kind.init),
                    words: (form["words"] ?? "").trimmed,
                    options: options.filter { !$0.isEmpty }, isRequired: form["required"] == "true",
                    condition: try SurveyCondition(form.all("when")))
                try survey.put(question, seen: seen, by: actor)
            }
            return try back(request)
        } catch DomainError.invalid(let errors) {
            let page = try await show(request, officer, entered: form, errors: errors)
            return .page(page, status: .unprocessableContent)
        }
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, entered: FormData? = nil, errors: [FieldError] = []
    ) async throws -> Page {
        let key = try request.parameter("key")
        let organs = officer.account.organs(for: .editSurveys)
        let survey = try await office.database.read { try office.own(request, organs, in: $0) }
        let question = survey.questions.first { $0.key == key }
        guard key == "new" || question != nil else { throw DomainError.notFound("没有这个问题。") }
        return QuestionPage(
            survey: survey, key: key, question: question, entered: entered, errors: errors,
            token: request.csrf
        ).page
    }

    private func back(_ request: WebRequest) throws -> WebResponse {
        .redirect(to: SurveyPath.edit(String(try request.id(SurveyOffice.missing))))
    }
}

extension Survey {
    /// Throws `notFound` for a question that is not there.
    fileprivate func known(_ key: String) throws -> String {
        guard questions.contains(where: { $0.key == key }) else { throw DomainError.notFound("没有这个问题。") }
        return key
    }
}

import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Surveys as everybody sees them: what is asked now, and what was answered.
struct SurveyPages: Sendable {
    let office: SurveyOffice

    var routes: [Route] {
        [
            .get(SurveyPath.all, .anyone, "网上调查") { request, _ in
                let surveys = try await office.database.read {
                    try SurveyStore.published(after: request.query("after"), in: $0)
                }
                let organs = try await office.organNames()
                return .page(SurveyListPage(surveys: surveys, organs: organs, request: request).page)
            },
            .get(SurveyPath.survey("{id}"), .anyone, "网上调查") { request, _ in
                .page(try await show(request, request.principal as? SignedIn))
            },
            .post(SurveyPath.survey("{id}"), .signedIn, journal: "survey.answered", "提交答卷") {
                try await answer($0, $1)
            },
            .get(SurveyPath.file("{id}"), .anyone, "调查结果（CSV）") { request, _ in
                let pieces = try await results(request)
                return .bytes(Array(pieces.file.utf8), contentType: "text/csv; charset=utf-8").header(
                    "Content-Disposition", "attachment; filename=\"survey-\(pieces.survey.id).csv\"")
            },
        ]
    }

    private func results(_ request: WebRequest) async throws -> ResultsPieces {
        let id = try request.id(SurveyOffice.missing)
        return try await office.database.read { tx in
            let survey = try SurveyStore.survey(id, in: tx)
            guard let results = try ResultStore.results(of: id, in: tx) else {
                throw DomainError.notFound("这份问卷还没有结果。")
            }
            return ResultsPieces(survey: survey, results: results)
        }
    }

    private func show(
        _ request: WebRequest, _ caller: SignedIn?, entered: FormData? = nil, errors: [FieldError] = [],
        asksMore: Bool = false
    ) async throws -> Page {
        let id = try request.id(SurveyOffice.missing)
        let names = try await office.organNames()
        return try await office.database.read { tx in
            let survey = try SurveyStore.survey(id, in: tx)
            guard survey.state != .draft else { throw DomainError.notFound(SurveyOffice.missing) }
            return SurveyPage(
                survey: survey, organ: names[survey.organ] ?? survey.organ,
                results: try ResultStore.results(of: id, in: tx),
                standing: try standing(of: caller, survey, on: request.now.day, in: tx), entered: entered,
                errors: errors, asksMore: asksMore, token: request.csrf
            ).page
        }
    }

    /// Whether these answers lead to questions that were not on the page.
    private func asksMore(_ id: Int64, _ form: FormData) async throws -> Bool {
        let survey = try await office.database.read { try SurveyStore.survey(id, in: $0) }
        let shown = form.all(SurveyPage.shown)
        return survey.asked { form.all($0) }.contains {
            $0.condition != nil && !shown.contains($0.key) && form.all($0.key).isEmpty
        }
    }

    private func standing(of caller: SignedIn?, _ survey: Survey, on day: CivilDate, in tx: Transaction)
        throws
        -> SurveyPage.Standing
    {
        guard survey.isTaking(on: day) else { return survey.state == .closed ? .over : .notNow }
        guard let caller else { return .stranger }
        guard let person = try? Answering.person(of: caller.account, in: tx),
            let secret = try SurveyStore.secret(of: survey.id, in: tx)
        else { return .nameless }
        let mark = AnswerStore.mark(of: person.id, secret: secret)
        guard try !AnswerStore.hasAnswered(mark, survey.id, in: tx) else { return .answered }
        let band = AgeBand(of: person.identityNumber, on: day)
        return try AnswerStore.isFull(band, survey, in: tx) ? .full(band) : .asked
    }

    private func isFull(_ id: Int64, for caller: SignedIn, on day: CivilDate) async throws -> Bool {
        try await office.database.read { tx in
            let survey = try SurveyStore.survey(id, in: tx)
            if case .full = try standing(of: caller, survey, on: day, in: tx) { return true }
            return false
        }
    }

    private func answer(_ request: WebRequest, _ caller: SignedIn) async throws -> WebResponse {
        let (id, form) = (try request.id(SurveyOffice.missing), try await request.form())
        let nobody = Actor(
            accountID: 0, name: "参加调查的人", roles: [], channel: request.channel.rawValue, address: "")
        if try await asksMore(id, form) {
            return .page(try await show(request, caller, entered: form, asksMore: true))
        }
        do {
            try await Answering(database: office.database).answer(
                id, as: caller.account, { form.all($0) }, by: nobody, at: request.now)
            return .redirect(to: SurveyPath.survey(String(id)))
        } catch DomainError.invalid(let errors) {
            let page = try await show(request, caller, entered: form, errors: errors)
            return .page(page, status: .unprocessableContent)
        } catch DomainError.conflict(let why) {
            // Others took the last place meanwhile: what was filled in stays on the page.
            guard try await isFull(id, for: caller, on: request.now.day) else {
                throw DomainError.conflict(why)
            }
            return .page(try await show(request, caller, entered: form), status: .conflict)
        }
    }
}

import Cases
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Codes are made at the desk, and whoever has one rates the visit with it: on a telephone, at a kiosk, without an account.
struct VisitPages: Sendable {
    let database: Database
    let rules: RatingRules
    let rating: VisitRating
    /// Nobody guesses a code; but whoever tries need not occupy us.
    private let pace = RateLimit(burst: 20, perMinute: 10)
    /// One code for each person who was served: nobody serves more than one a minute for long.
    private let making = RateLimit(burst: 10, perMinute: 1)

    init(database: Database, rules: RatingRules, rating: VisitRating) {
        (self.database, self.rules, self.rating) = (database, rules, rating)
    }

    var routes: [Route] {
        [
            .get(RatingPath.rate, .anyone, "评价服务") { request, _ in try enter(request) },
            .get(RatingPath.visit("{code}"), .anyone, "评价服务") { request, _ in try await show(request) },
            .post(RatingPath.visit("{code}"), .anyone, journal: "rating.given", "提交评价") { request, _ in
                try await rate(request)
            },
            .get(RatingPath.codes, .may(.inviteRatings), "评价码") { request, _ in
                .page(InvitationPage(code: nil, entry: FormData([]), errors: [], token: request.csrf).page)
            },
            .post(RatingPath.codes, .may(.inviteRatings), journal: "rating.invited", "发评价码") {
                request, officer in
                try await invite(request, officer)
            },
        ]
    }

    private func enter(_ request: WebRequest) throws -> WebResponse {
        guard let text = request.query("code") else { return .page(CodePage(error: nil).page) }
        guard let code = VisitCode.read(text) else {
            return .page(CodePage(error: "评价码是 10 个字母和数字，请核对。").page, status: .unprocessableContent)
        }
        return .redirect(to: RatingPath.visit(code))
    }

    private func show(
        _ request: WebRequest, entry: FormData = FormData([]), errors: [FieldError] = []
    ) async throws -> WebResponse {
        try pace.admit(request.address, at: request.now)
        let text = try code(request)
        let visit = try await database.read { try VisitStore.code(text, in: $0) }
        let page = VisitPage(
            visit: visit, entry: entry, errors: errors, now: request.now,
            refusal: visit.refusal(of: account(request)), token: request.csrf)
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func rate(_ request: WebRequest) async throws -> WebResponse {
        let form = try await request.form()
        do {
            try await rate(
                request, form["grade"].flatMap { Int($0) }, reasons: form.all("reasons"),
                words: form["words"] ?? "", channel: request.isKiosk ? "kiosk" : "code")
            return .redirect(to: RatingPath.visit(try code(request)))
        } catch DomainError.invalid(let errors) {
            return try await show(request, entry: form, errors: errors)
        }
    }

    /// Rates the visit whose code stands in the path.
    func rate(_ request: WebRequest, _ grade: Int?, reasons: [String], words: String, channel: String)
        async throws
    {
        try pace.admit(request.address, at: request.now)
        let actor = Actor(
            accountID: 0, name: "办事人", roles: [], channel: request.channel.rawValue, address: request.address)
        try await rating.rate(
            try code(request), grade, reasons: reasons, words: words, channel: channel,
            signedIn: account(request), by: actor, at: request.now)
    }

    private func account(_ request: WebRequest) -> Account? { (request.principal as? SignedIn)?.account }

    private func invite(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (form, actor, now) = (try await request.form(), officer.actor(request), request.now)
        let source = form["source"].flatMap(ServiceRating.Source.init)
        guard let source, source != .matter, let organ = actor.organ else {
            let errors = [FieldError("source", "请选择窗口、大厅或者热线。")]
            let page = InvitationPage(code: nil, entry: form, errors: errors, token: request.csrf).page
            return .page(page, status: .unprocessableContent)
        }
        try making.admit("maker:\(actor.accountID)", at: now)
        let code = VisitCode(
            code: VisitCode.random(), source: source, organ: organ,
            item: String((form["item"] ?? "").prefix(60)),
            place: String((form["place"] ?? "").prefix(40)),
            expiresAt: now.adding(seconds: rules.codeDays * 86_400))
        try await database.write { tx in
            try VisitStore.insert(code, by: actor.accountID, at: now, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "rating.invited", subject: "visit:\(organ)",
                    sentence: "\(actor.name)给办事人发评价码。"), in: tx)
        }
        return .page(InvitationPage(code: code, entry: form, errors: [], token: request.csrf).page)
    }

    private func code(_ request: WebRequest) throws -> String {
        guard let code = VisitCode.read(try request.parameter("code")) else {
            throw DomainError.notFound("没有这个评价码，请核对后再输入。")
        }
        return code
    }
}

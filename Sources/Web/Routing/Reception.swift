import Hummingbird
import Logging
import Refusals

/// Takes requests in and gives answers out: the one place where a request is read, its principal is looked
/// up, and whatever a handler throws becomes a page or a problem document.
struct Reception: Sendable {
    let settings: WebSettings
    let authenticate: @Sendable (WebRequest) async throws -> (any Principal)?

    /// Answers one request; it never throws, whatever the handler does.
    func answer(
        _ arrival: Request, _ context: WebContext, parameters: [String: String], in language: Language,
        _ route: Route
    ) async -> Response {
        guard language == .simplified || settings.translations.translator(to: language) != nil else {
            return await decline(arrival, context, with: Refusal(.notFound("本站没有这种语言的页面。")))
        }
        return await answer(arrival, context, parameters, in: language, route.isInEveryLanguage) { request in
            if request.path == "/", !request.isChange,
                let home = settings.hosts.home(of: request.head.authority)
            {
                return .redirect(to: language.address(home))
            }
            var request = request
            try limitWrites(request)
            if !route.admitsOtherSites { request.prepared = try await FormGuard.admit(request) }
            return try await route.handle(request)
        }
    }

    /// Answers a request for which there is no route; nothing is changed, so nothing is guarded.
    func decline(_ arrival: Request, _ context: WebContext, with refusal: Refusal) async -> Response {
        await answer(arrival, context, [:]) { _ in .refusal(refusal) }
    }

    private func answer(
        _ arrival: Request, _ context: WebContext, _ parameters: [String: String],
        in language: Language = .simplified, _ isInEveryLanguage: Bool = false,
        _ handle: (WebRequest) async throws -> WebResponse
    ) async -> Response {
        var request: WebRequest
        do {
            request = try WebRequest(
                arrival, context: context, parameters: parameters, language: language,
                isInEveryLanguage: isInEveryLanguage, settings: settings)
        } catch {
            let unreadable = WebRequest(unreadable: arrival, context: context, settings: settings)
            return await refuse(error, unreadable, context)
        }
        do {
            request.principal = try await authenticate(request)
            return try await render(try await handle(request), for: request, context)
        } catch {
            return await refuse(error, request, context)
        }
    }

    /// A changed record costs more than a read one: one caller may not fill the API's day.
    private func limitWrites(_ request: WebRequest) throws {
        guard request.isChange, request.channel == .api else { return }
        let caller = request.principal.map { "account:\($0.accountID)" } ?? "address:\(request.address)"
        try settings.apiWrites.admit(caller, at: request.now)
    }

    private func refuse(_ error: any Error, _ request: WebRequest, _ context: WebContext) async -> Response {
        let refusal = Reception.refusal(for: error, request, context)
        do {
            return try await render(.refusal(refusal), for: request, context)
        } catch {
            return Response(status: .internalServerError)
        }
    }

    private static func refusal(
        for error: any Error, _ request: WebRequest, _ context: WebContext
    ) -> Refusal {
        switch error {
        case let error as DomainError: return Refusal(error, bearsToken: request.bearer != nil)
        case let error as ProofRequired: return Refusal(error)
        case let error as FieldError: return Refusal(.invalid([error]))
        case let error as any TemporaryFailure:
            context.logger.log(
                level: error.isReported ? .debug : .warning, "unavailable",
                metadata: ["request_id": "\(request.requestID)", "error": "\(String(reflecting: error))"])
            return Refusal.unavailable(error)
        default:
            context.logger.error(
                "fault",
                metadata: ["request_id": "\(request.requestID)", "error": "\(String(reflecting: error))"])
            return Refusal.fault(requestID: request.requestID)
        }
    }

    private func render(
        _ response: WebResponse, for request: WebRequest, _ context: WebContext
    ) async throws -> Response {
        try await Rendering(request: request, settings: settings, context: context).response(response)
    }
}

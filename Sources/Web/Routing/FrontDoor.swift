import HTTPTypes
import Hummingbird
import Logging
import Refusals

/// Stands around every route: answers what no route answers, adds the headers every answer has, leaves the
/// body out for HEAD, and writes one line to the access log.
struct FrontDoor: RouterMiddleware {
    typealias Context = WebContext

    let reception: Reception

    func handle(
        _ request: Request, context: WebContext,
        next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            // Routes never throw, see Reception: what arrives here is that there was no route.
            response = await decline(request, context)
        }
        if response.status == .notFound, let target = moved(request) {
            response = Response(status: .movedPermanently, headers: target)
        }
        tell(request, response, context)
        addHeaders(to: &response, context)
        if request.method == .head { response = response.createHeadResponse() }
        log(request, response, context, start.duration(to: .now))
        return response
    }

    /// Where somebody is led who asks for an address of an earlier system. Browsers keep it for an hour only, so that a
    /// mistake can be mended.
    private func moved(_ request: Request) -> HTTPFields? {
        guard [.get, .head].contains(request.method),
            let target = reception.settings.moved.target(of: request.uri.string)
        else { return nil }
        return [.location: LocalPath.escaped(target), .cacheControl: "public, max-age=3600"]
    }

    /// What exists in the original alone is shown in the original.
    private func decline(_ request: Request, _ context: WebContext) async -> Response {
        if request.method == .get,
            let path = Language.allCases.lazy.compactMap({ $0.stripped(request.uri.path) }).first, path != "/"
        {
            let query = request.uri.query.map { "?\($0)" } ?? ""
            return Response(
                status: .seeOther, headers: [.location: LocalPath.escaped(WebRequest.tidied(path) + query)])
        }
        let refusal = Refusal(.notFound("没有这个页面。网址可能写错了，或者页面已经移走。"))
        return await reception.decline(request, context, with: refusal)
    }

    private func tell(_ request: Request, _ response: Response, _ context: WebContext) {
        let (settings, route) = (reception.settings, AccessLog.route(context.endpointPath))
        if let visit = Visit(request, response, route: route, at: settings.now()) { settings.seen(visit) }
    }

    private func addHeaders(to response: inout Response, _ context: WebContext) {
        SecurityHeaders.add(to: &response.headers, isHTTPS: reception.settings.isHTTPS)
        if let name = AccessLog.requestID { response.headers[name] = context.id }
    }

    /// The route and not the address: paths and queries hold case numbers, the codes that open documents, and
    /// whatever somebody types into them. Never a body, a cookie or a token.
    private func log(_ request: Request, _ response: Response, _ context: WebContext, _ time: Duration) {
        AccessLog.line(
            id: context.id, method: request.method, route: AccessLog.route(context.endpointPath),
            status: response.status, time, to: context.logger)
    }
}

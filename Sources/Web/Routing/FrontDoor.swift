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
            let refusal = Refusal(.notFound("没有这个页面。网址可能写错了，或者页面已经移走。"))
            response = await reception.decline(request, context, with: refusal)
        }
        tell(request, response, context)
        addHeaders(to: &response, context)
        if request.method == .head { response = response.createHeadResponse() }
        log(request, response, context, start.duration(to: .now))
        return response
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

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
        addHeaders(to: &response, context)
        if request.method == .head { response = response.createHeadResponse() }
        log(request, response, context, start.duration(to: .now))
        return response
    }

    private func addHeaders(to response: inout Response, _ context: WebContext) {
        for field in SecurityHeaders.all where response.headers[field.name] == nil {
            response.headers[field.name] = field.value
        }
        if reception.settings.isHTTPS { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if let name = HTTPField.Name("X-Request-ID") { response.headers[name] = context.id }
    }

    /// The route and not the address: paths and queries hold case numbers, the codes that open documents, and
    /// whatever somebody types into them. Never a body, a cookie or a token.
    private func log(_ request: Request, _ response: Response, _ context: WebContext, _ time: Duration) {
        let milliseconds =
            Double(time.components.attoseconds / 1_000_000_000_000_000)
            + Double(time.components.seconds) * 1000
        context.logger.info(
            "request",
            metadata: [
                "request_id": "\(context.id)", "method": "\(request.method.rawValue)",
                "route": "\(route(context))", "status": "\(response.status.code)",
                "ms": "\(Int(milliseconds))",
            ])
    }

    /// `/documents/*`; `-` where there is no route.
    private func route(_ context: WebContext) -> String {
        // Not a regular expression: compiling one for every request cost a quarter of a cached page.
        guard let path = context.endpointPath else { return "-" }
        guard path.utf8.contains(UInt8(ascii: "{")) else { return path }
        return path.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { place, part in
            place == 0 ? part : "*" + part.drop { $0 != "}" }.dropFirst()
        }.joined()
    }
}

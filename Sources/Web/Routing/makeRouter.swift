import HTTPTypes
import Hummingbird

/// The router of an installation: its routes, the assets, the elder version, and an answer to everything else.
///
/// `authenticate` looks up who sends a request; it returns nil for nobody, and throws when a token it was
/// given is not valid.
public func makeRouter(
    routes: [Route], settings: WebSettings,
    authenticate: @escaping @Sendable (WebRequest) async throws -> (any Principal)?
) -> Router<WebContext> {
    let all = routes + DisplayRoutes.all + [Asset.route]
    settings.translations.follow(all)
    let reception = Reception(settings: settings.guarded(by: all), authenticate: authenticate)
    let router = Router(context: WebContext.self)
    router.add(middleware: FrontDoor(reception: reception))
    for route in all {
        for language in languages(of: route) { mount(route, in: language, on: router, reception) }
    }
    for (path, methods) in methodsByPath(all) { refuseOthers(than: methods, at: path, on: router, reception) }
    return router
}

private func languages(of route: Route) -> [Language] {
    route.isInEveryLanguage ? Language.allCases : [.simplified]
}

private func mount(
    _ route: Route, in language: Language, on router: Router<WebContext>, _ reception: Reception
) {
    let template = PathTemplate(language.address(route.path))
    for method in route.method == .get ? [.get, .head] : [route.method] {
        router.on(template.routerPath, method: method) { request, context in
            let parameters = template.parameters(context.parameters)
            return await reception.answer(request, context, parameters: parameters, in: language, route)
        }
    }
}

private func methodsByPath(_ routes: [Route]) -> [String: [HTTPRequest.Method]] {
    var methods: [String: [HTTPRequest.Method]] = [:]
    for route in routes {
        for language in languages(of: route) {
            let path = PathTemplate(language.address(route.path)).routerPath.description
            methods[path, default: []] += route.method == .get ? [.get, .head] : [route.method]
        }
    }
    return methods
}

/// A path that exists answers 405 to every other method, with the methods it has.
private func refuseOthers(
    than methods: [HTTPRequest.Method], at path: String, on router: Router<WebContext>, _ reception: Reception
) {
    let known = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "QUERY"]
    for method in known.compactMap({ HTTPRequest.Method(rawValue: $0) }) where !methods.contains(method) {
        router.on(RouterPath(path), method: method) { request, context in
            await reception.decline(request, context, with: .methodNotAllowed(allowed: methods))
        }
    }
}

extension WebSettings {
    /// What is offered follows what the mounted routes ask for: one list of powers, and not a second one of links.
    fileprivate func guarded(by routes: [Route]) -> WebSettings {
        var settings = self
        settings.navigation = navigation.map { $0.guarded(by: routes) }
        settings.desk = desk.map { $0.guarded(by: routes) }
        return settings
    }
}

import Foundation
import HTTPTypes

/// The description of the API (OpenAPI 3.1), derived from the routes that are mounted: there is no second
/// list.
public enum OpenAPIDocument {
    /// What the document says about the whole.
    public struct Info: Sendable {
        let title: String
        let version: String
        let description: String

        /// The title and version of an API.
        public init(title: String, version: String, description: String) {
            self.title = title
            self.version = version
            self.description = description
        }
    }

    /// The document as JSON bytes. Throws only when the values cannot be written as JSON.
    public static func make(routes: [Route], info: Info) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(document(routes, info)))
    }

    /// The route that serves the document of these routes and of itself.
    public static func route(
        describing routes: [Route], info: Info, path: String = "/api/v1/openapi.json"
    ) throws -> Route {
        let operation = APIOperation(id: "describe", tag: "接口", responses: [200: .any])
        let itself = Route.get(path, .anyone, "接口说明（OpenAPI 3.1）", api: operation) { _, _ in .noContent }
        let bytes = try make(routes: routes + [itself], info: info)
        return Route.get(path, .anyone, itself.title, api: operation) { _, _ in
            .bytes(bytes, contentType: "application/json").header("Access-Control-Allow-Origin", "*")
        }
    }

    private static func document(_ routes: [Route], _ info: Info) -> JSONValue {
        [
            "openapi": "3.1.0",
            "info": [
                "title": .string(info.title), "version": .string(info.version),
                "description": .string(info.description),
            ],
            "tags": tags(routes),
            "paths": paths(routes),
            "components": [
                "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer"]],
                "schemas": ["Problem": problem.json],
                "responses": ["Problem": problemResponse],
            ],
        ]
    }

    private static func tags(_ routes: [Route]) -> JSONValue {
        var seen: Set<String> = []
        let names = routes.compactMap { $0.operation?.tag }.filter { seen.insert($0).inserted }
        return .list(names.map { ["name": .string($0)] })
    }

    private static func paths(_ routes: [Route]) -> JSONValue {
        var paths: [String: [String: JSONValue]] = [:]
        for route in routes {
            guard let operation = route.operation else { continue }
            paths[route.path, default: [:]][route.method.rawValue.lowercased()] =
                OperationDescription(route: route, operation: operation).json
        }
        return .object(paths.mapValues(JSONValue.object))
    }

    private static let problemResponse: JSONValue = [
        "description": "拒绝及其理由（RFC 9457）",
        "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
    ]

    private static let problem = Schema.object([
        .init("type", .formatted("uri"), "拒绝的种类"),
        .init("title", .text, "种类的名称"),
        .init("status", .integer),
        .init("detail", .text, "为什么，以及可以怎么办"),
        .init("instance", .text, "被请求的地址"),
        .init("errors", .list(.object([.init("field", .text), .init("detail", .text)])), optional: true),
        .init("request_id", .text, "联系我们时请报此编号"),
    ])
}

import HTTPTypes

/// One route in the words of OpenAPI.
struct OperationDescription {
    let route: Route
    let operation: APIOperation

    var json: JSONValue {
        var members: [String: JSONValue] = [
            "operationId": .string(operation.id),
            "summary": .string(route.title),
            "tags": [.string(operation.tag)],
            "responses": responses,
            "x-minben-policy": .string(route.policy),
        ]
        let parameters = pathParameters + operation.parameters.map(parameter)
        if !parameters.isEmpty { members["parameters"] = .list(parameters) }
        if let body = operation.body { members["requestBody"] = requestBody(body) }
        if !route.powers.isEmpty { members["x-minben-powers"] = .list(route.powers.map { .string($0.name) }) }
        if route.policy != "anyone" { members["security"] = [["bearer": []]] }
        return .object(members)
    }

    private var pathParameters: [JSONValue] {
        PathTemplate(route.path).names.map {
            ["name": .string($0), "in": "path", "required": true, "schema": ["type": "string"]]
        }
    }

    private func parameter(_ parameter: APIOperation.Parameter) -> JSONValue {
        [
            "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
            "description": .string(parameter.description), "required": .bool(parameter.isRequired),
            "schema": schema(of: parameter).json,
        ]
    }

    /// A query parameter without a value is one that is not there, see `WebRequest.query`: forms send them so.
    private func schema(of parameter: APIOperation.Parameter) -> Schema {
        guard parameter.place == .query, case .oneOf(let words) = parameter.schema else {
            return parameter.schema
        }
        return .oneOf(words + [""])
    }

    private func requestBody(_ body: APIOperation.BodySchema) -> JSONValue {
        let content: JSONValue =
            switch body {
            case .json(let schema): ["application/json": ["schema": schema.json]]
            case .multipart(let files): ["multipart/form-data": ["schema": form(files)]]
            case .binary: ["application/octet-stream": [:]]
            case .text: ["text/plain": ["schema": Schema.text.json]]
            case .file(let field):
                ["multipart/form-data": ["schema": form([field])], "application/octet-stream": [:]]
            }
        return ["required": true, "content": content]
    }

    private func form(_ files: [String]) -> JSONValue {
        let file: JSONValue = ["type": "string", "contentMediaType": "application/octet-stream"]
        return [
            "type": "object",
            "properties": .object(Dictionary(files.map { ($0, file) }, uniquingKeysWith: { $1 })),
            "required": .list(files.map(JSONValue.string)),
        ]
    }

    /// Every refusal has the one shape, whatever its status.
    private var responses: JSONValue {
        var responses: [String: JSONValue] = ["4XX": ["$ref": "#/components/responses/Problem"]]
        for (status, schema) in operation.responses {
            let reason = HTTPResponse.Status(code: status).reasonPhrase
            var response: [String: JSONValue] = ["description": .string(reason)]
            if let schema { response["content"] = ["application/json": ["schema": schema.json]] }
            responses[String(status)] = .object(response)
        }
        return .object(responses)
    }
}

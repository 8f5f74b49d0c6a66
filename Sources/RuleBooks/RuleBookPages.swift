import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// The page on which an administrator changes rules as a text.
public struct RuleBookPages<Rules: RuleText>: Sendable {
    let book: RuleBook<Rules>
    let database: Database
    let path: String
    let power: Power
    let hint: String

    /// - Parameters:
    ///   - path: where the page stands.
    ///   - power: who may change the rules.
    ///   - hint: what stands in the text, and from when a change counts.
    public init(_ book: RuleBook<Rules>, in database: Database, at path: String, power: Power, hint: String) {
        (self.book, self.database, self.path, self.power, self.hint) = (book, database, path, power, hint)
    }

    /// Reading and publishing.
    public var routes: [Route] {
        [
            .get(path, .may(power), Rules.title) { request, _ in
                let (text, version) = try await database.read { tx in
                    (try book.text(in: tx), try book.version(in: tx))
                }
                return .page(page(text, version, [], request))
            },
            .post(path, .may(power), journal: "\(Rules.book).published", "公布\(Rules.title)") {
                try await publish($0, $1)
            },
        ]
    }

    private func publish(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let form = try await request.form()
        let (text, version) = (form["body"] ?? "", form["version"].flatMap(Int.init) ?? -1)
        let (actor, now) = (officer.actor(request), request.now)
        do {
            try await database.write {
                try book.publish(text, after: version, by: actor, at: now, in: $0)
            }
            return .redirect(to: path)
        } catch DomainError.invalid(let errors) {
            return .page(page(text, version, errors, request), status: .unprocessableContent)
        }
    }

    private func page(
        _ text: String, _ version: Int, _ errors: [FieldError], _ request: WebRequest
    ) -> Page {
        let field = Field(
            "body", "规则（YAML）", .longText, hint: hint, value: text, error: errors["body"])
        let state = version == 0 ? "现行的是随程序交付的规则。" : "现行的是第 \(version) 版。"
        return Page(
            Rules.title, crumbs: [Link("工作台", "/desk"), Link(Rules.title, nil)], width: .wide, area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>\(Rules.title)</h1>
                <p>\(state)</p>
                \(Form(
                    action: path, token: request.csrf, fields: [field],
                    also: "<input type=\"hidden\" name=\"version\" value=\"\(version)\">", submit: "公布").html)
                """)
    }
}

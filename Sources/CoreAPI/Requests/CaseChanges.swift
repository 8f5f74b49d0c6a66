import Cases
import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// The one shape of every change through the API: who acts, what they may see, and once for each key.
struct CaseChanges: Sendable {
    /// What a rule does to a matter.
    typealias Rule = @Sendable (inout Matter, Occasion) throws -> Void

    let cases: Cases
    let opening: CaseOpening
    let database: Database

    /// Changes the case named in the path by one rule and answers with the case as it then is.
    func change(
        _ request: WebRequest, by caller: SignedIn, body: some Encodable,
        _ rule: @escaping @Sendable (String, inout Matter, Occasion) throws -> Void
    ) async throws -> WebResponse {
        let number = try request.caseNumber()
        let viewer = caller.viewer
        let once = try caller.once(request, body: body)
        let actor = try await caller.actor(request) {
            try await cases.matter(number, for: viewer)[number]?.actingOrgans ?? []
        }
        try await cases.change(number, by: actor, as: viewer, once: once) { matter, occasion in
            try rule(number, &matter, occasion)
        }
        return try .json(try await opening.document(number, request, by: caller), status: .created)
    }

    /// Changes the task named in the path and answers with the task and the state of its case.
    func change(
        task request: WebRequest, by caller: SignedIn, body: some Encodable,
        _ rule: @escaping @Sendable (Int64, inout Matter, Occasion) throws -> Void
    ) async throws -> WebResponse {
        let id = try request.id(Self.unknownTask)
        let viewer = caller.viewer
        let once = try caller.once(request, body: body)
        let actor = try await caller.actor(request) { [try await cases.task(id, for: viewer).task.organ] }
        let matter = try await cases.change(task: id, by: actor, as: viewer, once: once) { matter, occasion in
            try rule(id, &matter, occasion)
        }
        guard let answer = TaskAnswer(id, in: matter, seenBy: viewer, at: cases.now) else {
            throw DomainError.notFound(Self.unknownTask)
        }
        return try .json(answer, status: .created)
    }

    static let unknownTask: Sentence = "没有找到这个任务。"
}

extension CaseChanges {
    /// The description of a change of a case; nil where it carries nothing.
    static func operation(_ id: String, _ members: [Schema.Member]?) -> APIOperation {
        APIOperation(
            id: id, tag: "办件", parameters: [IdempotencyKey.parameter],
            body: members.map { .json(.object($0)) }, responses: [201: CaseDocument.schema])
    }
}

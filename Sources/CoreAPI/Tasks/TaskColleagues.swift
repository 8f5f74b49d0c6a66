import Cases
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// The people of a task's organ: whom it can be handed to, or a question put to.
struct TaskColleagues: Sendable {
    let cases: Cases
    let database: Database

    var route: Route {
        .get(APIPath.ofTask("colleagues"), .staff, "可以转办或征求意见的同事", api: TaskAPI.colleagues) {
            request, officer in
            let members = try await members(around: request, for: officer)
            let others = members.filter { $0.id != officer.account.id }
            return try .json(ListDocument(others.map(ColleagueDocument.init)))
        }
    }

    /// The colleague an officer names; whether the task can be theirs is for the rule to say.
    ///
    /// - Throws: `notFound` when the officer may not see the task, `invalid` when the organ has nobody of this id.
    func colleague(_ id: String, around request: WebRequest, for officer: OfficerContext) async throws
        -> Colleague
    {
        let members = try await members(around: request, for: officer)
        guard let member = members.first(where: { String($0.id) == id }) else {
            throw DomainError.invalid("colleague", "本部门没有这位同事，请从 colleagues 里选择。")
        }
        return Colleague(member)
    }

    /// - Throws: `notFound` for tasks the officer may not see, `forbidden` for those of other organs.
    private func members(around request: WebRequest, for officer: OfficerContext) async throws
        -> [OrganMember]
    {
        let task = try await cases.task(request.id(CaseChanges.unknownTask), for: officer.viewer).task
        guard officer.organs.contains(task.organ) else {
            throw DomainError.forbidden("「\(task.name)」由其他部门办理，您不能代为处理。")
        }
        return try await database.read { try Accounts.members(of: task.organ, on: request.now.day, in: $0) }
    }
}

/// Somebody of the same organ.
struct ColleagueDocument: Encodable, Sendable {
    let id: String
    let name: String
    let roles: [String]

    init(_ member: OrganMember) {
        id = String(member.id)
        name = member.name
        roles = member.roles.map(\.rawValue).sorted()
    }

    static let schema = Schema.object([
        .init("id", .text), .init("name", .text), .init("roles", .list(.text)),
    ])
}

import HTTPTypes
import Refusals
import Web

/// Accounts and groups over HTTP (RFC 7644 §3).
struct ResourceRoutes: Sendable {
    let door: ScimDoor
    let users: UserResources
    let groups: GroupResources

    private var readings: DirectoryReadings { DirectoryReadings(database: users.database) }

    var routes: [Route] { userRoutes + groupRoutes + [searchAll] }

    private var userRoutes: [Route] {
        let words = ResourceWords(path: "\(ScimPaths.root)/Users", thing: "工作人员账号", action: "directory.user")
        return common(
            words, .user, matching: users.matching, one: users.resource, create: users.create,
            remove: users.remove, change: users.change)
    }

    private var groupRoutes: [Route] {
        let words = ResourceWords(path: "\(ScimPaths.root)/Groups", thing: "目录中的组", action: "directory.group")
        return common(
            words, .group, matching: groups.matching, one: groups.resource, create: groups.create,
            remove: groups.remove, change: groups.change)
    }

    private func common(
        _ words: ResourceWords, _ type: ScimResourceType, matching: @escaping ResourceActs.Matching,
        one: @escaping ResourceActs.One, create: @escaping ResourceActs.Create,
        remove: @escaping ResourceActs.Remove, change: @escaping ResourceActs.Change
    ) -> [Route] {
        let acts = ResourceActs(
            type: type, readings: readings, matching: matching, one: one, create: create, remove: remove,
            change: change)
        func answering(
            _ act: @escaping @Sendable (WebRequest, DirectoryCaller) async throws -> WebResponse
        ) -> @Sendable (WebRequest, DirectoryCaller) async throws -> WebResponse {
            { request, caller in try await door.answer(request, caller) { try await act(request, caller) } }
        }
        let (path, single) = (words.path, "\(words.path)/{id}")
        return [
            .get(path, .directory, "查找\(words.thing)", answering(acts.list)),
            .get(single, .directory, "查看\(words.thing)", answering(acts.show)),
            .post(
                path, .directory, journal: "\(words.action)_created", "建立\(words.thing)", answering(acts.add)),
            .post(
                "\(path)/.search", .directory, journal: "directory.searched", "查找\(words.thing)",
                answering(acts.search)),
            .put(
                single, .directory, journal: "\(words.action)_changed", "替换\(words.thing)",
                answering(acts.put)),
            .patch(
                single, .directory, journal: "\(words.action)_changed", "修改\(words.thing)",
                answering(acts.patch)),
            .delete(
                single, .directory, journal: "\(words.action)_removed", "移除\(words.thing)",
                answering(acts.delete)),
        ]
    }

    /// Everything at once (RFC 7644 §3.4.3).
    private var searchAll: Route {
        .post("\(ScimPaths.root)/.search", .directory, journal: "directory.searched", "查找账号和组") {
            request, caller in
            try await door.answer(request, caller) {
                let asked = try ListRequest(await request.json(ScimValue.self))
                // A filter over attributes that only one of them has finds nothing among the others.
                let people = try await found { try await users.matching(asked.filter, of: caller.source) }
                let sets = try await found { try await groups.matching(asked.filter, of: caller.source) }
                let count = (people?.count ?? 0) + (sets?.count ?? 0)
                try await readings.record(count, of: "User Group", by: caller.actor(request), at: request.now)
                guard people != nil || sets != nil else { throw FilterReading.wrong("没有这样的属性") }
                return try .scim(
                    asked.page(of: (people ?? []) + (sets ?? []), types: ScimResourceType.all))
            }
        }
    }

    private func found(_ search: () async throws -> [ScimValue]) async throws -> [ScimValue]? {
        do { return try await search() } catch let fault as ScimFault where fault.kind == .invalidFilter {
            return nil
        }
    }
}

/// What a kind of resource is called in addresses, titles and the journal.
struct ResourceWords: Sendable {
    let path: String
    let thing: String
    let action: String
}

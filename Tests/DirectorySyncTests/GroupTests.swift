import HTTPTypes
import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import DirectorySync
@testable import Identity

@Suite("Groups of a directory, and the posts they stand for")
struct GroupTests {
    private static let post = Post(organ: "scjg", role: .officer)

    private func group(_ house: House, _ members: [String] = []) async throws -> ScimValue {
        let body: ScimValue = [
            "displayName": "许可科", "members": .list(members.map { ["value": .text($0)] }),
        ]
        let answer = try await house.ask(.post, "/Groups", body)
        #expect(answer.status == .created)
        return answer.message
    }

    private func map(_ house: House, _ group: ScimValue, _ post: Post?) async throws {
        let id = try #require(Int64(group.id))
        try await DirectorySources(database: house.database).map(
            id, of: house.source.id, to: post, by: .sysadmin, at: noon)
    }

    private func patch(_ house: House, _ group: ScimValue, _ op: String, _ member: String) async throws {
        let value: ScimValue = ["op": .text(op), "path": "members", "value": [["value": .text(member)]]]
        let answer = try await house.ask(.patch, "/Groups/\(group.id)", ["Operations": [value]])
        #expect(answer.status == .ok)
    }

    @Test("administrators, citizens and what is no id are no members")
    func strangers() async throws {
        let house = try await House()
        for name in ["sysadmin", "zhangwei"] {
            let id = String(try await house.account(name).id)
            let answer = try await house.ask(
                .post, "/Groups", ["displayName": "混进来", "members": [["value": .text(id)]]])
            #expect(answer.status == .badRequest && answer.message["scimType"] == "invalidValue")
        }
        let answer = try await house.ask(
            .post, "/Groups", ["displayName": "x", "members": [["value": "abc"]]])
        #expect(answer.status == .badRequest)
        #expect(try await house.ask(.get, "/Groups").message["totalResults"] == 0)
    }

    @Test("another directory's group does not exist here")
    func apart() async throws {
        let house = try await House()
        let token = SourceToken.random()
        _ = try await House.approved("组织部", token, in: house.database)
        let group = try await group(house)
        #expect(try await house.ask(.get, "/Groups/\(group.id)", token: token).status == .notFound)
        #expect(try await house.ask(.delete, "/Groups/\(group.id)", token: token).status == .notFound)
        #expect(try await house.ask(.get, "/Groups", token: token).message["totalResults"] == 0)
    }

    @Test(
        "an administrator's post is asked for by no directory, and only a system administrator says what a group stands for"
    )
    func mapping() async throws {
        let house = try await House()
        let group = try await group(house)
        await #expect(throws: DomainError.invalid("role", "系统、安全、审计管理员的岗位不能由目录提出。")) {
            try await map(house, group, Post(organ: "zwfw", role: .secadmin))
        }
        await #expect(throws: DomainError.invalid("organ", "没有这个部门，请从列表中选择。")) {
            try await map(house, group, Post(organ: "nowhere", role: .officer))
        }
        let id = try #require(Int64(group.id))
        await #expect(throws: DomainError.forbidden("组对应的岗位由系统管理员设定。")) {
            try await DirectorySources(database: house.database).map(
                id, of: house.source.id, to: Self.post, by: .secadmin, at: noon)
        }
    }

    @Test(
        "who joins gets no post, but is asked for one; who leaves before it is decided is asked for no longer"
    )
    func joining() async throws {
        let house = try await House()
        let user = try await house.make("luohui")
        let id = try #require(Int64(user.id))
        let group = try await group(house)
        try await map(house, group, Self.post)
        try await patch(house, group, "add", user.id)
        #expect(try await house.account("luohui").posts.isEmpty)
        let asked = try await house.changes(of: id)
        #expect(asked.map(\.kind) == [.grant] && asked[0].post == Self.post && asked[0].state == .open)
        #expect(asked[0].asked.name == "目录「人社局人事系统」")
        try await patch(house, group, "add", user.id)
        #expect(try await house.changes(of: id).count == 1)
        try await patch(house, group, "remove", user.id)
        #expect(try await house.changes(of: id).map(\.state) == [.withdrawn])
    }

    @Test("a post that was decided stays until its revocation is decided too")
    func leaving() async throws {
        let house = try await House()
        let user = try await house.make("luohui")
        let id = try #require(Int64(user.id))
        let group = try await group(house, [user.id])
        try await map(house, group, Self.post)
        let posts = Posts(database: house.database)
        let asked = try #require(try await house.changes(of: id).first)
        _ = try await posts.settle(asked.id, by: .secadmin, at: noon) {
            try $0.approve(for: $1, remark: "", by: .secadmin, at: noon)
        }
        #expect(try await house.account("luohui").posts == [Self.post])
        #expect(try await house.ask(.delete, "/Groups/\(group.id)").status == .noContent)
        #expect(try await house.account("luohui").posts == [Self.post])
        let changes = try await house.changes(of: id)
        #expect(changes.first?.kind == .revoke && changes.first?.state == .open)
    }

    @Test("who is in another group of the same post keeps it")
    func twoGroups() async throws {
        let house = try await House()
        let officer = try await house.account("officer-scjg")
        let groups = [
            try await group(house, [String(officer.id)]), try await group(house, [String(officer.id)]),
        ]
        for group in groups { try await map(house, group, Self.post) }
        try await patch(house, groups[0], "remove", String(officer.id))
        #expect(try await house.changes(of: officer.id).isEmpty)
        #expect(try await house.ask(.delete, "/Users/\(officer.id)").status == .noContent)
        #expect(try await house.changes(of: officer.id).map(\.kind) == [.revoke])
    }

    @Test("a directory decides nothing")
    func decidesNothing() async throws {
        let house = try await House()
        let user = try await house.make("luohui")
        let group = try await group(house, [user.id])
        try await map(house, group, Self.post)
        let actor = house.source.actor(address: "192.0.2.9")
        let id = try #require(try await house.changes(of: Int64(user.id) ?? 0).first?.id)
        await #expect(throws: DomainError.forbidden("岗位变动由安全管理员审定。")) {
            _ = try await Posts(database: house.database).settle(id, by: actor, at: noon) {
                try $0.approve(for: $1, remark: "", by: actor, at: noon)
            }
        }
    }

    @Test("users name the groups they are in")
    func namedByUsers() async throws {
        let house = try await House()
        let user = try await house.make("luohui")
        let group = try await group(house, [user.id])
        let groups = try await house.ask(.get, "/Users/\(user.id)").message["groups"].list
        #expect(groups?.first?["value"] == .text(group.id) && groups?.first?["display"] == "许可科")
        #expect(group["members"].list?.first?["$ref"] == .text(user.location ?? ""))
    }
}

import Government
import HTTPTypes
import HummingbirdTesting
import Refusals
import Storage
import Testing
import WorkingTime

@testable import DirectorySync
@testable import Identity

@Suite("Accounts of the staff over SCIM")
struct UserTests {
    @Test("without a token that counts nobody is let in, and is told so in SCIM")
    func strangers() async throws {
        let house = try await House()
        for token in [SourceToken.random()] {
            let answer = try await house.ask(.get, "/Users", token: token)
            #expect(answer.status == .unauthorized && answer.message["status"] == "401")
            #expect(answer.message["schemas"] == ["urn:ietf:params:scim:api:messages:2.0:Error"])
        }
        let late = try await house.ask(.get, "/Users", at: noon.adding(seconds: 31 * 86_400))
        #expect(late.status == .unauthorized)
        try await DirectorySources(database: house.database).change(
            house.source.id, "directory.source_revoked", "停用了", by: .secadmin, at: noon
        ) { try $0.revoke(by: .secadmin, at: noon) }
        #expect(try await house.ask(.get, "/Users").status == .unauthorized)
    }

    @Test("whoever tries one token after the other is told to wait")
    func guessing() async throws {
        let house = try await House()
        let last = try await house.visit { client in
            var last = HTTPResponse.Status.ok
            for _ in 1...25 {
                last = try await client.execute(
                    uri: "/scim/v2/Users", method: .get,
                    headers: [.authorization: "Bearer \(SourceToken.random().text)"], body: nil
                ).status
            }
            return last
        }
        #expect(last == .tooManyRequests)
    }

    @Test(
        "administrators and citizens do not exist here",
        arguments: ["sysadmin", "secadmin", "auditadmin", "zhangwei", "chenjing"])
    func invisible(_ name: String) async throws {
        let house = try await House()
        let id = try await house.account(name).id
        let patch: ScimValue = ["Operations": [["op": "replace", "path": "active", "value": false]]]
        #expect(try await house.ask(.get, "/Users/\(id)").status == .notFound)
        #expect(try await house.ask(.patch, "/Users/\(id)", patch).status == .notFound)
        #expect(
            try await house.ask(.put, "/Users/\(id)", ["userName": "x", "active": true]).status == .notFound)
        #expect(try await house.ask(.delete, "/Users/\(id)").status == .notFound)
        let found = try await house.ask(.get, "/Users?filter=userName%20eq%20%22\(name)%22")
        #expect(found.status == .ok && found.message["totalResults"] == 0)
        #expect(try await !house.ask(.get, "/Users").message.names.contains(name))
        let taken = try await house.ask(.post, "/Users", ["userName": .text(name), "active": true])
        #expect(taken.status == .conflict && taken.message["scimType"] == "uniqueness")
    }

    @Test("a name nobody could type, a missing one and a broken message are refused")
    func refused() async throws {
        let house = try await House()
        for body: ScimValue in [["userName": "有空 格", "active": true], ["active": true], ["userName": 7]] {
            let answer = try await house.ask(.post, "/Users", body)
            #expect(answer.status == .badRequest && answer.message["scimType"] == "invalidValue")
        }
        let list = try await house.ask(.post, "/Users", ["a", "b"])
        #expect(list.status == .badRequest && list.message["scimType"] == "invalidSyntax")
        let filter = try await house.ask(.get, "/Users?filter=shoeSize%20eq%201")
        #expect(filter.status == .badRequest && filter.message["scimType"] == "invalidFilter")
    }

    @Test("who is made by a directory has no password and no post, and a password that is sent is not kept")
    func made() async throws {
        let house = try await House()
        let user = try await house.make(
            "luohui", ["displayName": "罗慧", "password": "Secret-2026!", "externalId": "hr-1"])
        #expect(user["displayName"] == "罗慧" && user["externalId"] == "hr-1" && user["password"] == .null)
        #expect(user.location == "https://minben.example/scim/v2/Users/\(user.id)")
        let account = try await house.account("luohui")
        #expect(account.displayName == "罗慧" && account.posts.isEmpty && account.personID == nil)
        let credential = try #require(
            try await house.database.read { try Credential.load(account.id, in: $0) })
        let hasher = try PasswordHasher(cost: .least)
        for guess in ["", "!", "Secret-2026!"] {
            #expect(try await !hasher.verify(guess, against: credential.passwordHash))
        }
        #expect(try await house.actions().last == "directory.user_created")
    }

    @Test("closing an account ends its sessions, and opening it again brings none back")
    func closing() async throws {
        let house = try await House()
        let account = try await house.account("officer-scjg")
        try await house.database.write { tx in
            _ = try tx.execute(
                """
                INSERT INTO session (id_hash, account_id, kind, created_at, last_seen_at, expires_at, address, factors,
                    proved_at, agent)
                VALUES ('h', \(account.id), 'page', \(noon), \(noon), \(noon.adding(seconds: 60)), '', 'password', \(noon), '')
                """)
        }
        let close: ScimValue = ["Operations": [["op": "replace", "value": ["active": false]]]]
        let closed = try await house.ask(.patch, "/Users/\(account.id)", close)
        #expect(closed.status == .ok && closed.message["active"] == false)
        let sessions = try await house.database.read { tx in
            try tx.count("SELECT count(*) FROM session WHERE account_id = \(account.id)")
        }
        #expect(sessions == 0)
        let gone = try await house.database.read { tx in
            try Accounts.account(named: "officer-scjg", on: noon.day, in: tx)
        }
        #expect(gone == nil)
        let open: ScimValue = ["Operations": [["op": "replace", "path": "active", "value": "True"]]]
        #expect(try await house.ask(.patch, "/Users/\(account.id)", open).message["active"] == true)
        #expect(try await house.actions().suffix(2) == ["directory.user_changed", "directory.user_changed"])
    }

    @Test("what was changed in the meantime is not overwritten")
    func versions() async throws {
        let house = try await House()
        let user = try await house.make("luohui")
        let version = try #require(user.version)
        let change: ScimValue = ["Operations": [["op": "add", "path": "title", "value": "科员"]]]
        let path = "/Users/\(user.id)"
        let held = try await house.ask(.get, path, headers: ["If-None-Match": version])
        #expect(held.status == .notModified && held.message == .null)
        let first = try await house.ask(.patch, path, change, headers: ["If-Match": version])
        #expect(first.status == .ok && first.headers[.eTag] != version)
        let second = try await house.ask(.delete, path, headers: ["If-Match": version])
        #expect(second.status == .preconditionFailed && second.message["status"] == "412")
    }

    @Test("what is not sent with a whole resource is taken away, and the same again changes nothing")
    func replacing() async throws {
        let house = try await House()
        let user = try await house.make("luohui", ["title": "科员", "displayName": "罗慧"])
        let whole: ScimValue = ["userName": "luo.hui", "name": ["familyName": "罗", "givenName": "慧"]]
        let replaced = try await house.ask(.put, "/Users/\(user.id)", whole).message
        #expect(replaced["title"] == .null && replaced["userName"] == "luo.hui" && replaced["active"] == true)
        #expect(try await house.account("luo.hui").displayName == "罗慧")
        let count = try await house.actions().count
        #expect(try await house.ask(.put, "/Users/\(user.id)", whole).message == replaced)
        #expect(try await house.actions().count == count)
    }

    @Test(
        "who is removed is gone for the directory, the account stays closed, and its name is never given again"
    )
    func removing() async throws {
        let house = try await House()
        let user = try await house.make("luohui")
        #expect(try await house.ask(.delete, "/Users/\(user.id)").status == .noContent)
        #expect(try await house.ask(.get, "/Users/\(user.id)").status == .notFound)
        #expect(try await house.ask(.delete, "/Users/\(user.id)").status == .notFound)
        let again = try await house.ask(.post, "/Users", ["userName": "luohui", "active": true])
        #expect(again.status == .conflict && again.message["scimType"] == "uniqueness")
        let left = try await house.database.read { tx in
            try tx.count("SELECT count(*) FROM account WHERE name = 'luohui' AND disabled = 1")
        }
        #expect(left == 1)
    }

    @Test("lists come in pages, filtered, sorted and cut to what is asked for")
    func lists() async throws {
        let house = try await House()
        for name in ["zz-c", "zz-a", "zz-b"] {
            _ = try await house.make(name, ["externalId": .text("x-\(name)")])
        }
        let filter = "filter=userName%20sw%20%22zz-%22"
        let page = try await house.ask(
            .get, "/Users?\(filter)&startIndex=2&count=1&sortBy=userName&sortOrder=descending")
        #expect(page.message["totalResults"] == 3 && page.message["itemsPerPage"] == 1)
        #expect(page.message.names == ["zz-b"])
        let none = try await house.ask(.get, "/Users?\(filter)&count=0")
        #expect(none.message["totalResults"] == 3 && none.message["Resources"] == [])
        let cut = try await house.ask(.get, "/Users?\(filter)&attributes=userName&count=1").message
        #expect(cut["Resources"].list?.first?.object?.keys.sorted() == ["id", "schemas", "userName"])
        let external = try await house.ask(.get, "/Users?filter=externalId%20eq%20%22x-zz-a%22")
        #expect(external.message.names == ["zz-a"])
        let search: ScimValue = ["filter": "userName eq \"zz-b\"", "excludedAttributes": ["active"]]
        let found = try await house.ask(.post, "/.search", search).message
        #expect(found.names == ["zz-b"] && found["Resources"].list?.first?["active"] == .null)
        #expect(try await house.actions().last == "directory.searched")
    }

    @Test("what one directory says of an account is not what another said")
    func apart() async throws {
        let house = try await House()
        let token = SourceToken.random()
        _ = try await House.approved("组织部", token, in: house.database)
        let user = try await house.make("luohui", ["externalId": "hr-1", "title": "科员"])
        let other = try await house.ask(.get, "/Users/\(user.id)", token: token).message
        #expect(other["userName"] == "luohui" && other["externalId"] == .null && other["title"] == .null)
    }
}

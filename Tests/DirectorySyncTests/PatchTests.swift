import Testing

@testable import DirectorySync

@Suite("Changes of RFC 7644 §3.5.2")
struct PatchTests {
    private static let enterprise = ScimSchema.enterprise.id
    private static let user: [String: ScimValue] = [
        "userName": "limin", "active": true, "name": ["familyName": "李", "givenName": "敏"],
        enterprise: ["department": "市场监管局", "employeeNumber": "0412"],
    ]
    private static let group: [String: ScimValue] = [
        "displayName": "许可科", "members": [["value": "1"], ["value": "2"], ["value": "3"]],
    ]

    private func patch(
        _ operations: [ScimValue], _ resource: [String: ScimValue] = user, _ type: ScimResourceType = .user
    ) throws -> ScimValue {
        let patch = try ScimPatch(["Operations": .list(operations)], of: type)
        return .object(try patch.applied(to: resource))
    }

    @Test(
        "what cannot be done is refused, and says which of the standard's reasons it is",
        arguments: refusals)
    func refused(_ operation: ScimValue, _ kind: ScimFault.Kind) {
        let fault = #expect(throws: ScimFault.self) { try patch([operation]) }
        #expect(fault?.kind == kind)
    }

    private static let refusals: [(ScimValue, ScimFault.Kind)] = [
        (["op": "remove"], .noTarget),
        (["op": "remove", "path": "userName"], .mutability),
        (["op": "replace", "path": "id", "value": "9"], .mutability),
        (["op": "add", "path": "groups", "value": []], .mutability),
        (["op": "add", "path": "shoeSize", "value": "43"], .invalidPath),
        (["op": "add", "path": "name[", "value": "x"], .invalidPath),
        (["op": "add", "path": "name.middle", "value": "x"], .invalidPath),
        (["op": "move", "path": "title", "value": "x"], .invalidSyntax),
        (["op": "replace", "path": "active", "value": "maybe"], .invalidValue),
        (["op": "replace", "path": "title", "value": ["a": "b"]], .invalidValue),
        (["op": "replace", "path": "userName", "value": .null], .invalidValue),
        (["op": "replace", "value": "x"], .invalidSyntax),
    ]

    @Test("no operations are no patch, and too many are refused")
    func counted() {
        #expect(throws: ScimFault.self) { try patch([]) }
        let one: ScimValue = ["op": "add", "path": "title", "value": "科长"]
        #expect(throws: ScimFault.self) { try patch(Array(repeating: one, count: 1_001)) }
    }

    @Test("a value that no member has is no target")
    func noTarget() {
        let operation: ScimValue = ["op": "replace", "path": "members[value eq \"9\"].type", "value": "User"]
        let fault = #expect(throws: ScimFault.self) { try patch([operation], Self.group, .group) }
        #expect(fault?.kind == .noTarget)
    }

    @Test("parts of a complex attribute change, the others stay")
    func complex() throws {
        let operations: [ScimValue] = [
            ["op": "replace", "path": "name.givenName", "value": "敏敏"],
            ["op": "Add", "path": "NAME", "value": ["formatted": "李敏敏"]],
            ["op": "replace", "path": .text("\(Self.enterprise):department"), "value": "市监局"],
            ["op": "remove", "path": .text("\(Self.enterprise):employeeNumber")],
        ]
        let changed = try patch(operations)
        let name: ScimValue = ["familyName": "李", "givenName": "敏敏", "formatted": "李敏敏"]
        let enterprise: ScimValue = ["department": "市监局"]
        #expect(changed["name"] == name && changed[Self.enterprise] == enterprise)
    }

    @Test("without a path the value says what is meant, what is unknown or only read is left out")
    func withoutPath() throws {
        let value: ScimValue = [
            "active": "False", "name.familyName": "黎", "id": "99", "password": "secret", "emails": [],
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": ["department": "局办"],
        ]
        let changed = try patch([["op": "replace", "value": value]])
        #expect(changed["active"] == false && changed["name"]["familyName"] == "黎")
        let enterprise: ScimValue = ["department": "局办", "employeeNumber": "0412"]
        #expect(changed[Self.enterprise] == enterprise)
        #expect(changed["id"] == ScimValue.null && changed["password"] == ScimValue.null)
    }

    @Test("members come once, and leave by filter or by name")
    func members() throws {
        let changed = try patch(
            [
                ["op": "add", "path": "members", "value": [["value": "3"], ["value": "4"]]],
                ["op": "remove", "path": "members[value eq \"1\"]"],
                ["op": "remove", "path": "members", "value": [["value": "2"]]],
            ], Self.group, .group)
        #expect(changed["members"].list?.map(\.compared) == ["3", "4"])
        #expect(try patch([["op": "remove", "path": "members"]], Self.group, .group)["members"] == .null)
    }

    @Test("a whole resource is taken without what is unknown, and refused without what must be there")
    func taking() throws {
        let taken = try ScimResourceType.user.take([
            "USERNAME": "limin", "active": true, "password": "secret", "id": "1", "title": .null,
            "groups": [],
        ])
        #expect(taken == ["userName": "limin", "active": true])
        #expect(throws: ScimFault.self) { try ScimResourceType.user.requireWhole(["active": true]) }
        #expect(throws: ScimFault.self) { try ScimResourceType.user.take("limin") }
        #expect(throws: ScimFault.self) {
            try ScimResourceType.user.take(["title": .text(String(repeating: "长", count: 257))])
        }
    }
}

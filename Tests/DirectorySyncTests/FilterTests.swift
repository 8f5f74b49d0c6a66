import HTTPTypes
import Testing

@testable import DirectorySync

@Suite("Filters of RFC 7644 §3.4.2.2")
struct FilterTests {
    private static let liMin: ScimValue = [
        "id": "7", "userName": "limin", "active": true, "displayName": "李敏",
        "name": ["familyName": "李", "givenName": "敏"],
        "groups": [["value": "31", "display": "许可科"], ["value": "32", "display": "党员"]],
        "meta": ["lastModified": "2026-11-20T08:00:00+08:00"],
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": ["department": "市场监管局"],
    ]

    @Test(
        "what is no filter is refused in the words of the standard",
        arguments: [
            "", "userName", "userName eq", "userName eq \"a", "userName is \"a\"", "shoeSize eq 43",
            "userName eq \"a\" and", "(userName eq \"a\"", "userName eq \"a\")", "not userName eq \"a\"",
            "groups[value eq \"1\"", "groups[colour eq \"1\"]", "userName eq bare", "password eq \"x\"",
            String(repeating: "(", count: 50) + "userName pr" + String(repeating: ")", count: 50),
            String(repeating: "a", count: 5_000),
        ])
    func refused(_ text: String) {
        let fault = #expect(throws: ScimFault.self) { try FilterReading.filter(text, in: .user) }
        #expect(fault?.kind == .invalidFilter && fault?.status == .badRequest)
    }

    @Test(
        "a resource is meant or not",
        arguments: [
            ("userName eq \"limin\"", true), ("USERNAME Eq \"LiMin\"", true),
            ("userName ne \"limin\"", false),
            ("userName sw \"li\" and active eq true", true), ("userName ew \"x\" or active eq true", true),
            ("userName ew \"x\" or active eq true and userName co \"zz\"", false),
            ("not (active eq false)", true), ("title pr", false), ("name.familyName eq \"李\"", true),
            ("externalId eq \"1\"", false), ("externalId ne \"1\"", true), ("id eq \"7\"", true),
            ("groups.display eq \"党员\"", true), ("groups eq \"32\"", true),
            ("groups[value eq \"31\" and display eq \"许可科\"]", true),
            ("groups[value eq \"31\" and display eq \"党员\"]", false),
            ("meta.lastModified gt \"2026-11-20T00:00:00Z\"", false),
            ("meta.lastModified ge \"2026-11-20T00:00:00Z\"", true),
            (
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department co \"监管\"", true
            ),
            ("urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"limin\"", true),
            ("(userName eq \"a\" or userName eq \"limin\") and not (title pr)", true),
            ("displayName eq \"李\\u654f\"", true),
        ])
    func meant(_ text: String, _ isMeant: Bool) throws {
        #expect(try FilterReading.filter(text, in: .user).matches(Self.liMin) == isMeant)
    }

    @Test("an index is asked for what must hold, and not for what only may")
    func required() throws {
        let sure = try FilterReading.filter("active eq true and (userName eq \"limin\")", in: .user)
        #expect(sure.requiredText(of: "userName") == "limin")
        let unsure = try FilterReading.filter("active eq true or userName eq \"limin\"", in: .user)
        #expect(unsure.requiredText(of: "userName") == nil)
    }
}

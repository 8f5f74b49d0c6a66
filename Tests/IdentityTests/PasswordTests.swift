import Testing

@testable import Identity

@Suite("密码") struct PasswordTests {
    private let hasher: PasswordHasher

    init() throws {
        hasher = try PasswordHasher(cost: .least)
    }

    @Test(
        "a wrong password does not match", arguments: ["", "minben", "Minben-demo-2026", "minben-demo-2026 "])
    func wrong(password: String) async throws {
        let hash = try await hasher.hash("minben-demo-2026")
        #expect(try await !hasher.verify(password, against: hash))
    }

    @Test("without an account no password is right, not even the decoy's")
    func nobody() async throws {
        #expect(try await !hasher.verify("nobody's password", against: nil))
    }

    @Test("the right password matches, Chinese letters and long ones too", arguments: ["民本", "a", "long"])
    func right(password: String) async throws {
        let text = password == "long" ? String(repeating: "长", count: 300) : password
        let hash = try await hasher.hash(text)
        #expect(try await hasher.verify(text, against: hash))
    }

    @Test("the same password never has the same hash twice")
    func salted() async throws {
        let first = try await hasher.hash("minben-demo-2026")
        #expect(try await hasher.hash("minben-demo-2026") != first)
    }

    @Test("a hash of a running installation is Argon2id with 19 MiB, two passes and one lane")
    func cost() throws {
        #expect(try Argon2id.hash("minben", cost: .standard).hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    }
}

import Crypto
import Foundation
import Testing

@testable import Identity

@Suite("泄露密码库") struct BreachedPasswordsTests {
    private static func digest(_ password: String) -> String {
        Insecure.SHA1.hash(data: Data(password.utf8)).map { String(Int($0) + 256, radix: 16).dropFirst() }
            .joined().uppercased()
    }

    private func list(_ passwords: [String], ending: String = "\n") throws -> BreachedPasswords {
        let file = FileManager.default.temporaryDirectory.appending(path: "breached-\(UUID().uuidString)")
        let lines = passwords.map { "\(Self.digest($0)):\($0.utf8.count)" }.sorted()
        try Data((lines.joined(separator: "\n") + ending).utf8).write(to: file)
        return try BreachedPasswords(path: file.path)
    }

    @Test("a file that is not such a list is refused at the start", arguments: ["", "password\n", "abc"])
    func noList(text: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "breached-\(UUID().uuidString)")
        try Data(text.utf8).write(to: file)
        #expect(throws: BreachedPasswords.Unreadable.self) { try BreachedPasswords(path: file.path) }
        #expect(throws: BreachedPasswords.Unreadable.self) { try BreachedPasswords(path: "/no/such/file") }
    }

    @Test("every line is found, and nothing between them", arguments: [1, 2, 3, 50, 1_000], ["\n", ""])
    func found(count: Int, ending: String) throws {
        let passwords = (0..<count).map { "leaked-\($0)" }
        let list = try list(passwords, ending: ending)
        for password in passwords { #expect(try list.contains(password)) }
        for number in 0..<50 { #expect(try !list.contains("unknown-\(number)")) }
    }
}

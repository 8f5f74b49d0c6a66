import App
import ArgumentParser
import Foundation
import Licences
import Refusals
import WorkingTime

/// Licences, checked from outside: nothing here asks the server.
struct LicenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "licence", abstract: "核验电子证照文件", subcommands: [Verify.self])

    /// Exit 0 when the signatures hold, 1 when not, 2 when it cannot be read.
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "离线核验一份证照文件的签名")
        @OptionGroup var settings: Settings
        @Argument(help: "证照文件（.json）") var file: String
        @Option(help: "公钥集（JWKS）文件；不写就用本机密钥环的公钥") var keys: String?

        func run() throws {
            let keys = try orTwo { try trusted() }
            let signed = try orTwo { try SignedLicence(file: read(file)) }
            let content = try orTwo { try signed.content() }
            print("\(content.name) \(content.number)")
            print("持有人：\(content.holder.name) 发证机关：\(content.issuer.name)")
            print("签发：\(content.issuedOn.iso) 有效期至：\(content.validUntil?.iso ?? "长期")")
            let findings = keys.check(signed)
            for finding in findings { print("\(finding.title)：\(finding.sentence)") }
            guard findings.areSound else { throw ExitCode(1) }
            print("ok")
        }

        private func trusted() throws -> LicenceKeys {
            guard let keys else { return try settings.resolve().licenceKeys(at: .now) }
            return try LicenceKeys(file: read(keys))
        }
    }
}

private func read(_ path: String) throws -> String {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw DomainError.malformed("读不到文件 \(path)。")
    }
    return text
}

/// What keeps the check from beginning is said, and is exit 2.
private func orTwo<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as DomainError { print(error.sentence) } catch { print(error) }
    throw ExitCode(2)
}

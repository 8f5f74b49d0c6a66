import App
import ArgumentParser
import Identity
import Logging
import Refusals
import Storage
import WorkingTime

/// Lets somebody in again who has lost their keys, also an administrator: whoever may run it has the server already.
struct PasswordResetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password-reset", abstract: "为一个账号生成一次性密码（72 小时内有效，登录后须立即修改）")
    @OptionGroup var settings: Settings
    @Flag(help: "一并解除动态口令、恢复码、通行密钥和数字证书") var removeFactors = false
    @Argument(help: "账号") var account: String

    func run() async throws {
        let installation = try await Installation.open(
            settings.resolve(), logger: Logger(label: "minben"))
        do {
            let password = try await installation.identity.resetPassword(
                of: account, removingFactors: removeFactors, at: .now)
            try await installation.node.end()
            print(password)
        } catch let refusal as DomainError { throw ValidationError(refusal.sentence.chinese) }
    }
}

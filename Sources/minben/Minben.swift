import ArgumentParser

/// The one program: `minben serve`, and the small commands beside it.
@main
struct Minben: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "minben",
        abstract: "民本：区县电子政务平台",
        subcommands: [
            Serve.self, Demo.self, Routes.self, MoveCommand.self, ProcessCommand.self, Feel.self, Code.self,
            ClockCommand.self, JournalCommand.self, KeysCommand.self, SM2Command.self, SM3Command.self,
            SM4Command.self, LicenceCommand.self, PasswordResetCommand.self,
        ],
        defaultSubcommand: Serve.self)
}

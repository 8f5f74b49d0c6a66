import App
import ArgumentParser
import Foundation
import Logging

/// Opens the installation and serves it until SIGTERM or SIGINT.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "启动服务")
    @OptionGroup var settings: Settings

    func run() async throws {
        let configuration = try settings.resolve()
        let logger = Logger(label: "minben")
        let installation = try await Installation.open(configuration, logger: logger)
        if configuration.isDemo { try await installation.loadDemo() }
        try await Server(installation, logger: logger).run {
            print(installation.greeting(port: $0))
            fflush(nil)  // the line must be seen when the output is a file or a pipe
        }
    }
}

/// Loads the sample district.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "装入示范区（可重复执行）")
    @OptionGroup var settings: Settings

    func run() async throws {
        var configuration = try settings.resolve()
        configuration.isDemo = true
        let installation = try await Installation.open(configuration, logger: Logger(label: "minben"))
        try await installation.loadDemo()
        print("示范区已就绪：\(configuration.dataDirectory)")
    }
}

/// Lists every route with its policy and journal action.
struct Routes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "列出全部路由、准入规则和日志动作")
    @OptionGroup var settings: Settings

    func run() async throws {
        for line in try await Installation.routeTable(settings.resolve()) { print(line) }
    }
}

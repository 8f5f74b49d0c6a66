import App
import ArgumentParser
import Foundation
import Logging
import Storage

/// Opens the installation and serves it until SIGTERM or SIGINT.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "启动服务")
    @OptionGroup var settings: Settings

    func run() async throws {
        let configuration = try settings.resolve()
        let log = ServerLog.begin()
        defer { log.flush() }
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
    @Option(help: "另外加入多少件合成办件，供压力测试") var cases: Int?

    @Option(help: "另外加入多少篇合成文章，供压力测试") var articles: Int?

    func run() async throws {
        var configuration = try settings.resolve()
        configuration.isDemo = true
        let installation = try await Installation.open(configuration, logger: Logger(label: "minben"))
        try await installation.loadDemo()
        if let cases {
            guard (1...10_000_000).contains(cases) else { throw ValidationError("--cases 应为 1 到 10000000") }
            try await load(cases, into: installation)
        }
        if let articles {
            guard (1...100_000).contains(articles) else { throw ValidationError("--articles 应为 1 到 100000") }
            try await installation.loadArticles(articles)
        }
        try await installation.node.end()
        print("示范区已就绪：\(configuration.dataDirectory)")
    }

    private func load(_ count: Int, into installation: Installation) async throws {
        let start = ContinuousClock.now
        try await installation.loadCrowd(count) { made in
            let seconds = max(1, Int(start.duration(to: .now).components.seconds))
            let rest = made == 0 ? 0 : (count - made) * seconds / made
            FileHandle.standardError.write(
                Data("\r\u{1b}[K已加入 \(made) / \(count) 件，每秒 \(made / seconds) 件，约还需 \(max(0, rest)) 秒".utf8))
        }
        FileHandle.standardError.write(Data("\n".utf8))
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

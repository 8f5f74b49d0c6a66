import App
import ArgumentParser
import Foundation

/// The options every command that opens an installation shares.
struct Settings: ParsableArguments {
    @Option(help: "监听地址") var host: String?
    @Option(help: "监听端口，0 表示任选") var port: String?
    @Option(help: "数据目录") var data: String?
    @Option(help: "PostgreSQL 地址 postgres://…；不写就用数据目录中的 SQLite") var database: String?
    @Option(help: "上传文件的存储：s3://存储桶?endpoint=https://…&region=…；不写则在数据目录")
    var files: String?
    @Option(help: "密钥环文件；不写则在数据目录") var keyring: String?
    @Option(help: "网络区：internet、extranet 或 intranet") var zone: String?
    @Option(help: "YAML 配置文件") var config: String?
    @Flag(help: "装入示范区和演示账号") var demo = false

    func resolve() throws -> Configuration {
        var options: [String: String] = [:]
        options["host"] = host
        options["port"] = port
        options["data"] = data
        options["database"] = database
        options["files"] = files
        options["keyring"] = keyring
        options["zone"] = zone
        if demo { options["demo"] = "true" }
        let file = try config.map { try String(contentsOfFile: $0, encoding: .utf8) }
        do {
            return try Configuration.resolve(
                options: options, environment: ProcessInfo.processInfo.environment, file: file)
        } catch let error as ConfigurationError {
            throw ValidationError(error.description)
        }
    }
}

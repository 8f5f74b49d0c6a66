import ArgumentParser
import Cryptography
import Foundation
import WorkingTime

/// Keeps the key ring of an installation.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "密钥环：加密个人信息的密钥",
        discussion: "服务在启动时读密钥环；改动以后要重新启动。各节点的文件必须相同。",
        subcommands: [Make.self, List.self, Rotate.self, Retire.self, Benchmark.self])

    struct RingFile: ParsableArguments {
        @Argument(help: "密钥环文件") var file: String
        @Option(help: "PKCS #11 库的路径：文件中的密钥由密码设备封装") var library: String?
        @Option(help: "密码设备的名称") var token: String?
        @Option(help: "密码设备中封装密钥的名称") var tokenKey: String?

        /// The PIN stands in the environment: on the command line everybody would see it.
        func source(makesKey: Bool = false) throws -> KeyFile {
            guard library != nil || token != nil || tokenKey != nil else { return KeyFile(path: file) }
            guard let library, let token, let tokenKey,
                let pin = ProcessInfo.processInfo.environment["MINBEN_KEYRING_PIN"]
            else {
                throw ValidationError("--library、--token、--token-key 和环境变量 MINBEN_KEYRING_PIN 要一起设置")
            }
            return KeyFile(
                path: file,
                wrapping: try TokenWrapping(
                    library: library, token: token, key: tokenKey, pin: Secret(Array(pin.utf8)),
                    makesKey: makesKey))
        }

        func change(_ body: (inout Keyring) throws -> Void) throws {
            let source = try source()
            var ring = try Self.ring(source)
            try body(&ring)
            try source.replace(with: ring)
            try KeysCommand.list(ring)
        }

        static func ring(_ source: KeyFile) throws -> Keyring {
            guard let ring = try source.read() else { throw ValidationError("没有密钥环 \(source.path)") }
            return ring
        }
    }

    struct Make: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "生成密钥环，文件权限 0600；密码设备里没有封装密钥时一并生成")
        @OptionGroup var place: RingFile

        func run() throws {
            let ring = try Keyring.make(atMilliseconds: Instant.now.milliseconds)
            guard try place.source(makesKey: true).create(ring) else {
                throw ValidationError("\(place.file) 已经存在，没有改动它")
            }
            try KeysCommand.list(ring)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "列出密钥，不显示密钥本身；指纹用来核对各节点")
        @OptionGroup var place: RingFile

        func run() throws { try KeysCommand.list(RingFile.ring(place.source())) }
    }

    struct Rotate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "换上新一版密钥",
            discussion: "多个节点时先用 --after-hours 生成以后才启用的密钥，发给每个节点并重新启动，到时再重新启动一次。")
        @OptionGroup var place: RingFile
        @Option(help: "用途：sealing（加密）或 indexing（检索）") var purpose = RingKey.Purpose.sealing
        @Option(help: "算法：sm 或 international") var suite = CipherSuite.sm
        @Option(help: "多少小时以后启用") var afterHours = 0

        func validate() throws {
            guard (0...8_760).contains(afterHours) else { throw ValidationError("--after-hours 应为 0 到 8760") }
        }

        func run() throws {
            let now = Instant.now
            try place.change { ring in
                try ring.rotate(
                    purpose, suite,
                    beginsAtMilliseconds: now.adding(seconds: afterHours * 3_600).milliseconds,
                    atMilliseconds: now.milliseconds)
            }
        }
    }

    struct Retire: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "停用旧密钥；它加密过的仍能解开，备份里也许还有，所以不会删去")
        @OptionGroup var place: RingFile
        @Argument(help: "密钥，如 sealing:sm:1") var key: String

        func run() throws {
            try place.change { try $0.retire(key, atMilliseconds: Instant.now.milliseconds) }
        }
    }

    private static func list(_ ring: Keyring) throws {
        for key in ring.keys {
            let retired = key.retiredAtMilliseconds.map { " 停用 \(day($0))" } ?? ""
            let begins = " 启用 \(day(key.beginsAtMilliseconds))"
            print(
                "\(key.title)  指纹 \(try key.fingerprint())  生成 \(day(key.createdAtMilliseconds))\(begins)\(retired)"
            )
        }
    }

    private static func day(_ milliseconds: Int64) -> String { Instant(milliseconds: milliseconds).rfc3339 }
}

extension RingKey.Purpose: ExpressibleByArgument {}
extension CipherSuite: ExpressibleByArgument {}

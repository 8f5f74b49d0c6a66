import ArgumentParser
import Cryptography
import Foundation

/// Encrypts files with SM4.
struct SM4Command: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sm4", abstract: "SM4 分组密码（GB/T 32907）",
        subcommands: [Selftest.self, Keygen.self, Encrypt.self, Decrypt.self])

    struct Selftest: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "核对标准中的示例")

        func run() throws { try SecretFile.report(StandardVectors.sm4()) }
    }

    struct Keygen: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "生成 128 位密钥，写成十六进制，文件权限 0600")
        @Argument(help: "新文件") var file: String

        func run() throws {
            let key = Hexadecimal.text(try Randomness.bytes(SM4.blockLength))
            try SecretFile.create("\(key)\n", at: file)
        }
    }

    enum Mode: String, ExpressibleByArgument, CaseIterable { case ctr, cbc }

    struct Options: ParsableArguments {
        @Option(help: "密钥文件，32 位十六进制数字") var keyFile: String
        @Option(help: "工作模式：ctr 或 cbc（PKCS #7 填充）。两者都不能发现密文被改动") var mode = Mode.ctr
        @Option(help: "初始向量，32 位十六进制数字；不写则随机生成，放在密文之前") var iv: String?
        @Argument(help: "读入的文件，- 为标准输入") var input: String
        @Argument(help: "写出的文件，- 为标准输出") var output: String

        func cipher() throws -> SM4 { try SM4(key: SecretFile.key(keyFile)) }

        func initialVector() throws -> [UInt8]? {
            try iv.map { text in
                guard let bytes = Hexadecimal.bytes(text), bytes.count == SM4.blockLength else {
                    throw ValidationError("--iv 应为 32 位十六进制数字")
                }
                return bytes
            }
        }
    }

    struct Encrypt: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "加密")
        @OptionGroup var options: Options

        func run() throws {
            let (cipher, given) = (try options.cipher(), try options.initialVector())
            let vector = try given ?? Randomness.bytes(SM4.blockLength)
            let text = try SecretFile.bytes(options.input)
            let sealed =
                switch options.mode {
                case .ctr: try cipher.countered(text, from: vector)
                case .cbc: try cipher.encryptChained(text, initialVector: vector)
                }
            try SecretFile.write((given == nil ? vector : []) + sealed, to: options.output)
        }
    }

    struct Decrypt: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "解密")
        @OptionGroup var options: Options

        func run() throws {
            var sealed = try SecretFile.bytes(options.input)
            let given = try options.initialVector()
            let vector = given ?? Array(sealed.prefix(SM4.blockLength))
            if given == nil { sealed.removeFirst(min(SM4.blockLength, sealed.count)) }
            let cipher = try options.cipher()
            let text =
                switch options.mode {
                case .ctr: try cipher.countered(sealed, from: vector)
                case .cbc: try cipher.decryptChained(sealed, initialVector: vector)
                }
            try SecretFile.write(text, to: options.output)
        }
    }
}

import ArgumentParser
import Cryptography
import Foundation

/// Signs and encrypts with SM2. Keys are PEM as OpenSSL writes it.
struct SM2Command: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sm2", abstract: "SM2 签名与加密（GB/T 32918）",
        subcommands: [
            Selftest.self, Keygen.self, PublicKey.self, Sign.self, Verify.self, Encrypt.self, Decrypt.self,
        ])

    struct Selftest: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "核对标准中的示例")

        func run() throws { try SecretFile.report(StandardVectors.sm2()) }
    }

    struct Keygen: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "生成私钥（PEM，文件权限 0600），印出公钥")
        @Argument(help: "新文件") var file: String

        func run() throws {
            let key = try SM2PrivateKey()
            try SecretFile.create(key.pem(), at: file)
            print(try key.publicKey.pem(), terminator: "")
        }
    }

    struct PublicKey: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "public-key", abstract: "印出私钥的公钥")
        @Argument(help: "私钥文件（PEM）") var file: String

        func run() throws {
            print(try SM2PrivateKey(pem: SecretFile.text(file)).publicKey.pem(), terminator: "")
        }
    }

    struct Identity: ParsableArguments {
        @Option(help: "签名者标识") var id = "1234567812345678"

        var bytes: [UInt8] { Array(id.utf8) }
    }

    struct Sign: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "签名，写出 GB/T 35276 的 DER")
        @OptionGroup var identity: Identity
        @Option(help: "私钥文件（PEM）") var key: String
        @Argument(help: "被签名的文件，- 为标准输入") var input: String
        @Argument(help: "写出的签名，- 为标准输出") var output: String

        func run() throws {
            let signature = try SM2PrivateKey(pem: SecretFile.text(key))
                .sign(SecretFile.bytes(input), identity: identity.bytes)
            try SecretFile.write(signature.der(), to: output)
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "验签；不对则退出码为 1")
        @OptionGroup var identity: Identity
        @Option(help: "公钥文件（PEM）") var key: String
        @Argument(help: "被签名的文件，- 为标准输入") var input: String
        @Argument(help: "签名（DER）") var signature: String

        func run() throws {
            let bytes = try SecretFile.bytes(signature)
            let isValid = try SM2PublicKey(pem: SecretFile.text(key))
                .isValid(SM2Signature(der: bytes), of: SecretFile.bytes(input), identity: identity.bytes)
            print(isValid ? "签名有效" : "签名无效")
            guard isValid else { throw ExitCode(1) }
        }
    }

    struct Encrypt: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "用公钥加密，写出 GB/T 35276 的 DER")
        @Option(help: "公钥文件（PEM）") var key: String
        @Argument(help: "读入的文件，- 为标准输入") var input: String
        @Argument(help: "写出的文件，- 为标准输出") var output: String

        func run() throws {
            let sealed = try SM2PublicKey(pem: SecretFile.text(key)).encrypt(SecretFile.bytes(input))
            try SecretFile.write(sealed, to: output)
        }
    }

    struct Decrypt: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "用私钥解密")
        @Option(help: "私钥文件（PEM）") var key: String
        @Argument(help: "读入的文件，- 为标准输入") var input: String
        @Argument(help: "写出的文件，- 为标准输出") var output: String

        func run() throws {
            let text = try SM2PrivateKey(pem: SecretFile.text(key)).decrypt(SecretFile.bytes(input))
            try SecretFile.write(text, to: output)
        }
    }
}

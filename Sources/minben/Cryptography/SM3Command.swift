import ArgumentParser
import Cryptography
import Foundation

/// Hashes files with SM3.
struct SM3Command: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sm3", abstract: "SM3 杂凑（GB/T 32905）",
        discussion: "每个文件一行：64 位十六进制杂凑值和文件名。文件名 - 表示标准输入。")
    @Flag(help: "核对标准中的示例") var selftest = false
    @Option(help: "密钥文件（十六进制）：改为计算 HMAC-SM3") var keyFile: String?
    @Argument(help: "文件") var files: [String] = []

    func validate() throws {
        if files.isEmpty, !selftest { throw ValidationError("请写明文件，或者 --selftest") }
    }

    func run() throws {
        if selftest { try SecretFile.report(StandardVectors.sm3()) }
        let key = try keyFile.map { try HMACSM3(key: SecretFile.key($0)) }
        for file in files {
            let digest = try key?.code(SecretFile.bytes(file)) ?? Self.hash(file)
            print("\(Hexadecimal.text(digest))  \(file)")
        }
    }

    /// Piece by piece, so that a file may be larger than the memory.
    private static func hash(_ path: String) throws -> [UInt8] {
        let file =
            path == "-"
            ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        var hash = try SM3()
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
            try piece.withUnsafeBytes { try hash.update($0) }
        }
        return try hash.finish()
    }
}

import ArgumentParser
import Cryptography
import Foundation

/// Files the commands of cryptography read and write.
enum SecretFile {
    /// The bytes of a file, `-` being the standard input.
    static func bytes(_ path: String) throws -> [UInt8] {
        guard path != "-" else { return Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// The text of a file.
    static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    /// A key from a file that holds it in hexadecimal digits: on the command line everybody would see it.
    static func key(_ path: String) throws -> Secret {
        guard let bytes = Hexadecimal.bytes(try text(path)), !bytes.isEmpty else {
            throw ValidationError("\(path) 应为十六进制数字")
        }
        return Secret(bytes)
    }

    /// Writes a result, `-` being the standard output.
    static func write(_ bytes: [UInt8], to path: String) throws {
        guard path != "-" else { return FileHandle.standardOutput.write(Data(bytes)) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    /// Writes a secret into a new file that only its owner may read.
    static func create(_ text: String, at path: String) throws {
        let handle = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard handle >= 0 else { throw ValidationError("\(path) 写不进：\(String(cString: strerror(errno)))") }
        let file = FileHandle(fileDescriptor: handle, closeOnDealloc: true)
        try file.write(contentsOf: Data(text.utf8))
        try file.synchronize()
    }

    /// Prints what came of the examples of the standards; ends the command with 1 when one does not hold.
    static func report(_ findings: [StandardVectors.Finding]) throws {
        for finding in findings { print("\(finding.holds ? "通过" : "不符")  \(finding.name)") }
        guard findings.allSatisfy(\.holds) else { throw ExitCode(1) }
    }
}

import Foundation
import Typesetting

/// A PDF on disk for a test's duration, read back with the tools people read PDFs with.
///
/// With `MINBEN_PAPER=DIR` in the environment the files stay in that folder, to be looked at.
final class Printout {
    let bytes: [UInt8]
    private let file: URL
    private let isKept: Bool

    init(_ sheet: Sheet, as name: String) throws {
        bytes = try sheet.pdf(createdMilliseconds: Samples.created)
        let kept = ProcessInfo.processInfo.environment["MINBEN_PAPER"]
        isKept = kept != nil
        let folder = kept.map { URL(fileURLWithPath: $0) } ?? FileManager.default.temporaryDirectory
        file = folder.appendingPathComponent(kept == nil ? "\(UUID().uuidString).pdf" : "\(name).pdf")
        try Data(bytes).write(to: file)
    }

    deinit {
        if !isKept { try? FileManager.default.removeItem(at: file) }
    }

    /// The text as `pdftotext` reads it, in the order in which it was drawn.
    func text() throws -> String { try Self.run(Tool.pdftotext, ["-raw", file.path, "-"]) }

    /// The bounding boxes of all words, in points: left, top, right, bottom.
    func wordEdges() throws -> [[Double]] {
        try Self.run(Tool.pdftotext, ["-bbox", file.path, "-"]).matches(
            of: #/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"/#
        ).map { [$0.1, $0.2, $0.3, $0.4].compactMap { Double($0) } }
    }

    /// The fonts as `pdffonts` lists them.
    func fonts() throws -> String { try Self.run(Tool.pdffonts, [file.path]) }

    /// What a phone would read from the QR code on the last page.
    func scanned() throws -> String {
        let last = String(try text().filter { $0 == "\u{C}" }.count)
        let picture = file.deletingPathExtension().path
        _ = try Self.run(
            Tool.pdftoppm, ["-f", last, "-l", last, "-r", "150", "-png", "-singlefile", file.path, picture])
        defer { if !isKept { try? FileManager.default.removeItem(atPath: picture + ".png") } }
        return try Self.run(Tool.zbarimg, ["--quiet", "--raw", picture + ".png"])
            .trimmingCharacters(in: .newlines)
    }

    private static func run(_ tool: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}

/// The tools `./test` installs.
enum Tool {
    static let pdftotext = "/usr/bin/pdftotext"
    static let pdffonts = "/usr/bin/pdffonts"
    static let pdftoppm = "/usr/bin/pdftoppm"
    static let zbarimg = "/usr/bin/zbarimg"

    static let areInstalled = [pdftotext, pdffonts, pdftoppm, zbarimg].allSatisfy {
        FileManager.default.isExecutableFile(atPath: $0)
    }
}

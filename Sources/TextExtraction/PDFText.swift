import Foundation

/// The words of a PDF, read by `pdftotext` of poppler in a process of its own, with little time and memory: a reader of
/// PDF is a large program, and what it reads comes from outside. Where it is not installed, nothing is read.
enum PDFText {
    /// So long it may take.
    static let limitSeconds = 20
    private static let limitMemoryBytes = 1 << 30
    private static let folders = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]

    /// Whether PDF can be read on this machine.
    static var isAvailable: Bool { program("pdftotext") != nil }

    /// The words, at most `limitBytes` of them; nil when they cannot be read.
    static func read(_ bytes: [UInt8], limitBytes: Int) async -> String? {
        guard let reader = program("pdftotext") else { return nil }
        let file = FileManager.default.temporaryDirectory.appending(path: "minben-\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        do { try Data(bytes).write(to: file) } catch { return nil }
        let call = [reader, "-q", "-enc", "UTF-8", "-nopgbrk", file.path, "-"]
        return await withCheckedContinuation { waiting in
            DispatchQueue.global(qos: .utility).async {
                waiting.resume(returning: run(bounded(call), limitBytes: limitBytes))
            }
        }
    }

    private static func program(_ name: String) -> String? {
        folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The same call with its bounds, as far as the system has the programs that set them.
    private static func bounded(_ call: [String]) -> [String] {
        var call = call
        if let memory = program("prlimit") { call = [memory, "--as=\(limitMemoryBytes)"] + call }
        if let time = program("timeout") { call = [time, "-k", "1", String(limitSeconds)] + call }
        return call
    }

    private static func run(_ call: [String], limitBytes: Int) -> String? {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: call[0])
        process.arguments = Array(call.dropFirst())
        process.environment = ["LC_ALL": "C.UTF-8"]
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardOutput = output
        do { try process.run() } catch { return nil }
        var bytes = Data()
        while bytes.count < limitBytes, let piece = try? output.fileHandleForReading.read(upToCount: 1 << 16),
            !piece.isEmpty
        {
            bytes.append(piece)
        }
        // Whoever has enough closes the door; the process ends at its next word.
        try? output.fileHandleForReading.close()
        if bytes.count >= limitBytes { process.terminate() }
        process.waitUntilExit()
        guard process.terminationStatus == 0 || bytes.count >= limitBytes else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}

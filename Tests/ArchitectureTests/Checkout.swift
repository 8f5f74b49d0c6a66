import Foundation

/// The files of the repository these tests were built from.
enum Checkout {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let sources = root.appending(path: "Sources")

    /// All files with this ending below a folder.
    static func files(_ ending: String, in folder: URL = sources) -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == ending }
    }

    static func text(of file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }
}

import Foundation

extension ContentFolder {
    var location: String { root.path }

    func identity() throws -> String? {
        let file = root.appending(path: ContentPath.identity)
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        // Who has emptied it has taken the name away.
        return text.isEmpty ? nil : text
    }

    func claim(_ identity: String) throws {
        let path = root.appending(path: ContentPath.identity).path
        // Written beside it and linked: whoever else starts at this moment finds the whole identity or none.
        let written = "\(path)-\(UUID().uuidString)"
        let descriptor = Foundation.open(written, O_WRONLY | O_CREAT | O_EXCL, 0o644)
        guard descriptor >= 0 else { throw ContentUnavailable.outOfReach("create \(written): \(errno)") }
        defer { unlink(written) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data("\(identity)\n".utf8))
        try file.synchronize()
        guard link(written, path) == 0 || errno == EEXIST else {
            throw ContentUnavailable.outOfReach("create \(path): \(errno)")
        }
        try synchronize(root)
    }
}

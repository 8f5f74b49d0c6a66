import Foundation
import Storage

/// The folders of the file store: contents under their hash (`content/ab/cd/abcd…`), uploads on their way
/// in, and contents about to be removed. All on one file system, so that a move is atomic.
struct ContentFolder: Sendable {
    let root: URL
    var incoming: URL { root.appending(path: "incoming", directoryHint: .isDirectory) }
    var trash: URL { root.appending(path: "trash", directoryHint: .isDirectory) }

    init(root: URL) throws {
        self.root = root
        for folder in [incoming, trash] { try create(folder) }
    }

    /// Where the content with a hash lies.
    func place(of sha256: String) -> URL {
        root.appending(path: "content/\(sha256.prefix(2))/\(sha256.dropFirst(2).prefix(2))/\(sha256)")
    }

    /// Moves a complete content to its place; an equal one that is there already is replaced.
    func keep(_ content: URL, as sha256: String) throws {
        let place = place(of: sha256)
        try create(place.deletingLastPathComponent())
        try move(content, to: place)
        try synchronize(place.deletingLastPathComponent())
    }

    /// Moves a content aside before it is removed. One that is not there is passed over.
    func putAside(_ sha256: String) throws {
        let place = place(of: sha256)
        guard FileManager.default.fileExists(atPath: place.path) else { return }
        try move(place, to: trash.appending(path: sha256))
    }

    private func move(_ file: URL, to place: URL) throws {
        guard rename(file.path, place.path) == 0 else {
            throw StorageError.io("rename to \(place.path): \(errno)")
        }
    }

    /// Makes a folder and its parents, each durable in the folder above it.
    private func create(_ folder: URL) throws {
        guard !FileManager.default.fileExists(atPath: folder.path) else { return }
        try create(folder.deletingLastPathComponent())
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try synchronize(folder.deletingLastPathComponent())
    }

    /// A moved file is durable only when the folder that names it is.
    private func synchronize(_ folder: URL) throws {
        let descriptor = open(folder.path, O_RDONLY)
        guard descriptor >= 0 else { throw StorageError.io("open \(folder.path): \(errno)") }
        defer { _ = close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StorageError.io("fsync \(folder.path): \(errno)") }
    }
}

import Foundation
import NIOPosix

/// A folder of this machine as a store of contents. What is held aside lies in the same file system, so that
/// every move is atomic.
struct ContentFolder: ContentStore {
    let root: URL

    init(root: URL) throws {
        self.root = root
        try create(root.appending(path: "trash", directoryHint: .isDirectory))
    }

    /// The folder was made or found when the store was opened.
    func probe() {}

    func holds(_ content: Content) -> Bool { exists(place(of: content.sha256)) }

    func keep(_ file: URL, as content: Content) throws {
        try move(file, to: place(of: content.sha256))
    }

    func open(_ content: Content) throws -> ContentStream {
        let place = place(of: content.sha256)
        guard exists(place) else { throw ContentUnavailable.missing(content) }
        return ContentStream(sizeBytes: content.sizeBytes, pieces: try FilePieces(of: place))
    }

    func bytes(_ range: Range<Int>, of content: Content) async throws -> [UInt8] {
        let place = place(of: content.sha256)
        guard exists(place) else { throw ContentUnavailable.missing(content) }
        // On a thread that may wait for the disk.
        let bytes = try await NIOThreadPool.singleton.runIfActive {
            let handle = try FileHandle(forReadingFrom: place)
            defer { try? handle.close() }
            try handle.seek(toOffset: UInt64(range.lowerBound))
            return [UInt8](try handle.read(upToCount: range.count) ?? Data())
        }
        guard bytes.count == range.count else { throw ContentUnavailable.missing(content) }
        return bytes
    }

    func putAside(_ removal: Removal) throws {
        let place = place(of: removal.sha256)
        guard exists(place) else { return }
        try move(place, to: aside(removal))
    }

    func putBack(_ removal: Removal) throws {
        guard exists(aside(removal)) else { return }
        try move(aside(removal), to: place(of: removal.sha256))
    }

    func discard(_ removal: Removal) throws {
        guard exists(aside(removal)) else { return }
        try FileManager.default.removeItem(at: aside(removal))
    }

    func close() {}

    private func place(of sha256: String) -> URL { root.appending(path: ContentPath.place(of: sha256)) }
    private func aside(_ removal: Removal) -> URL { root.appending(path: ContentPath.aside(removal)) }
    private func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

    private func move(_ file: URL, to place: URL) throws {
        let folder = place.deletingLastPathComponent()
        try create(folder)
        guard rename(file.path, place.path) == 0 else {
            throw ContentUnavailable.outOfReach("rename to \(place.path): \(errno)")
        }
        try synchronize(folder)
    }

    /// Makes a folder and its parents, each durable in the folder above it.
    private func create(_ folder: URL) throws {
        guard !exists(folder) else { return }
        try create(folder.deletingLastPathComponent())
        try ContentUnavailable.disk {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        try synchronize(folder.deletingLastPathComponent())
    }

    /// A moved file is durable only when the folder that names it is.
    func synchronize(_ folder: URL) throws {
        let descriptor = Foundation.open(folder.path, O_RDONLY)
        guard descriptor >= 0 else { throw ContentUnavailable.outOfReach("open \(folder.path): \(errno)") }
        defer { _ = Foundation.close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw ContentUnavailable.outOfReach("fsync \(folder.path): \(errno)")
        }
    }
}

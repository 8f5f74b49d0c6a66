import Files
import Identity
import Journal
import NIOCore
import Pictures
import Refusals
import Storage
import TextExtraction
import WorkingTime

/// What people do with the files of an edition.
extension Editions {
    /// Throws unless somebody may add files to an edition now: asked before a large body is taken in.
    func requireWritable(_ id: Int64, by seat: Seat) async throws {
        try await database.read { tx in
            let edition = try EditionStore.edition(id, for: seat.viewer, in: tx)
            let roles = try SiteStore.roles(of: seat.actor.accountID, in: edition.columnID, tx)
            try hold(edition, roles.intersection(seat.roles), in: tx).require(.editor, at: .draft)
        }
    }

    /// Adds an attachment; its words are read for the search and for whoever reviews it.
    func attach(_ upload: StoredFile, to id: Int64, by seat: Seat, at now: Instant) async throws {
        guard let format = Enclosure.attachmentTypes[upload.mediaType] else {
            throw DomainError.invalid("attachment", "图片请在下面的「图片」里上传，附件用 PDF、OFD、Word、Excel、CSV 和 txt。")
        }
        let bytes = try await content(of: upload, seat)
        let text = try await DocumentText.read(bytes, as: format)
        let makers = try await DocumentMakers.read(bytes, as: format)
        try await enclose(upload, nil, words: text.words, makers: makers, in: id, by: seat, at: now)
    }

    /// Adds an image, drawn anew so that nothing but what is seen stays in it. The file as it was uploaded belongs to
    /// nothing and goes by itself.
    func addImage(_ upload: StoredFile, alt: String, to id: Int64, by seat: Seat, at now: Instant)
        async throws
    {
        try Enclosure.check(alt: alt)
        guard let format = Enclosure.imageTypes[upload.mediaType] else {
            throw DomainError.invalid("picture", "图片请用 JPEG、PNG 或 WebP 格式。")
        }
        let drawn = try await Picture.redrawn(content(of: upload, seat), as: format, sides: Enclosure.sides)
        guard let full = drawn.first, let small = drawn.last else { throw EnclosureStore.missing }
        let file = try await keep(full, named: upload.name, seat, now)
        let isSmaller = small.width < full.width
        let smallFile = isSmaller ? try await keep(small, named: upload.name, seat, now) : nil
        let image = Enclosure.Image(
            alt: alt, width: full.width, height: full.height,
            small: smallFile.map { .init(fileID: $0.id, width: small.width) })
        try await enclose(file, image, words: nil, in: id, by: seat, at: now)
    }

    private func content(of upload: StoredFile, _ seat: Seat) async throws -> [UInt8] {
        let readable = try await database.read { [files] in
            try files.file(upload.id, for: .owner(accountID: seat.actor.accountID), in: $0)
        }
        return try await readable.bytes(from: 0, count: upload.size)
    }

    private func keep(_ picture: Picture, named name: String, _ seat: Seat, _ now: Instant) async throws
        -> StoredFile
    {
        let chunks = AsyncStream<ByteBuffer> { stream in
            stream.yield(ByteBuffer(bytes: picture.bytes))
            stream.finish()
        }
        return try await files.receive(name: name, chunks: chunks, owner: seat.actor.accountID, now: now)
    }

    private func enclose(
        _ upload: StoredFile, _ image: Enclosure.Image?, words: String?, makers: [String] = [],
        in id: Int64, by seat: Seat, at now: Instant
    ) async throws {
        try await change(id, by: seat, at: now) { held, tx in
            try held.require(.editor, at: .draft)
            let enclosure = Enclosure(
                fileID: upload.id, caseNumber: held.edition.caseNumber, name: upload.name,
                mediaType: upload.mediaType, size: upload.size, image: image, makers: makers,
                addedBy: seat.actor.accountID, addedAt: now)
            try Enclosure.checkRoom(for: enclosure.kind, beside: EnclosureStore.files(of: id, in: tx))
            for file in [upload.id, image?.small?.fileID].compactMap(\.self) {
                try files.attach(file, toCase: enclosure.caseNumber, owner: seat.actor.accountID, in: tx)
            }
            try EnclosureStore.insert(enclosure, of: id, words: words, in: tx)
            try record(
                "edition.file_added", held.edition, "\(seat.actor.name)添加文件。", by: seat, at: now, in: tx)
            return []
        }
    }

    /// Takes a file out of an edition; other editions keep it.
    func removeFile(_ file: Int64, from id: Int64, by seat: Seat, at now: Instant) async throws {
        try await change(id, by: seat, at: now) { held, tx in
            try held.require(.editor, at: .draft)
            try letGo(try EnclosureStore.remove(file, from: id, in: tx), of: held.edition, in: tx)
            try record(
                "edition.file_removed", held.edition, "\(seat.actor.name)移除文件。", by: seat, at: now, in: tx)
            return []
        }
    }

    /// An edition that is given up takes the files with it that were uploaded for it.
    func removeFiles(of edition: Edition, in tx: Transaction) throws {
        for file in try EnclosureStore.files(of: edition.id, in: tx) {
            try letGo(try EnclosureStore.remove(file.fileID, from: edition.id, in: tx), of: edition, in: tx)
        }
    }

    private func letGo(_ file: Enclosure, of edition: Edition, in tx: Transaction) throws {
        guard file.caseNumber == edition.caseNumber else { return }
        try EnclosureStore.forgetWords(of: file.fileID, in: tx)
        for id in [file.fileID, file.image?.small?.fileID].compactMap(\.self) {
            try files.detach(id, fromCase: file.caseNumber, in: tx)
        }
    }
}

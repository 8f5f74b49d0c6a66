import Files
import Journal
import NIOCore
import WorkingTime

extension DemoOffice {
    /// Adds a picture to an edition, as its editor would.
    func add(_ picture: DemoContent.Picture, to edition: Int64, by seat: Seat, at now: Instant) async throws {
        let bytes = try picture.bytes()
        let chunks = AsyncStream<ByteBuffer> { stream in
            stream.yield(ByteBuffer(bytes: bytes))
            stream.finish()
        }
        let upload = try await editions.files.receive(
            name: "\(picture.file).png", chunks: chunks, owner: seat.actor.accountID, now: now)
        try await editions.addImage(upload, alt: picture.alt, to: edition, by: seat, at: now)
    }
}

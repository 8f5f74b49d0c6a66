import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1

/// A bucket of an S3-compatible store as a store of contents, shared by all nodes. Only what every such store
/// knows is used: PUT, GET, HEAD, DELETE and copying inside the store.
struct S3Bucket: ContentStore {
    let client: S3Client
    private let logger = Logger(label: "minben.files")

    init(client: S3Client) { self.client = client }

    func keep(_ file: URL, as content: Content) async throws {
        var request = request("PUT", ContentPath.place(of: content.sha256))
        request.bodyHash = content.sha256
        try await perform(request) {
            .stream(try FilePieces(of: file), length: .known(Int64(content.sizeBytes)))
        }
    }

    func open(_ content: Content) async throws -> ContentStream {
        let request = request("GET", ContentPath.place(of: content.sha256))
        return try await logged(request) {
            do {
                let response = try await client.answer(to: request)
                guard response.headers.first(name: "content-length") == String(content.sizeBytes) else {
                    throw ContentUnavailable.missing(content)
                }
                return ContentStream(sizeBytes: content.sizeBytes, pieces: response.body)
            } catch let refusal as S3Refusal where refusal.status == 404 {
                throw ContentUnavailable.missing(content)
            }
        }
    }

    func bytes(_ range: Range<Int>, of content: Content) async throws -> [UInt8] {
        var request = request("GET", ContentPath.place(of: content.sha256))
        request.headers["range"] = "bytes=\(range.lowerBound)-\(range.upperBound - 1)"
        return try await logged(request) { [request] in
            do {
                let response = try await client.answer(to: request)
                let body = try await response.body.collect(upTo: range.count)
                guard body.readableBytes == range.count else { throw ContentUnavailable.missing(content) }
                return [UInt8](body.readableBytesView)
            } catch let refusal as S3Refusal where refusal.status == 404 {
                throw ContentUnavailable.missing(content)
            }
        }
    }

    func putAside(_ removal: Removal) async throws {
        let place = ContentPath.place(of: removal.sha256)
        guard try await copy(place, to: ContentPath.aside(removal)) else { return }
        try await perform(request("DELETE", place))
    }

    func putBack(_ removal: Removal) async throws {
        _ = try await copy(ContentPath.aside(removal), to: ContentPath.place(of: removal.sha256))
    }

    func discard(_ removal: Removal) async throws {
        try await perform(request("DELETE", ContentPath.aside(removal)))
    }

    func close() async throws { try await client.close() }

    /// Copies inside the store; false when there is nothing to copy.
    private func copy(_ source: String, to place: String) async throws -> Bool {
        var request = request("PUT", place)
        request.headers["x-amz-copy-source"] = "/\(client.address.bucket)/\(source)"
        return try await logged(request) {
            do { try await client.outcome(of: request) } catch let refusal as S3Refusal
                where refusal.status == 404
            {
                return false
            }
            return true
        }
    }

    func request(_ method: String, _ key: String) -> S3Request {
        S3Request(method: method, path: "/\(client.address.bucket)/\(key)")
    }

    private func perform(_ request: S3Request, body: S3Client.Body? = nil) async throws {
        try await logged(request) { try await client.outcome(of: request, body: body) }
    }

    /// People are told that the store is out of reach; whoever runs it must be able to find out why.
    func logged<T>(_ request: S3Request, _ work: () async throws -> T) async throws -> T {
        do { return try await work() } catch {
            let unavailable = (error as? S3Refusal).map { ContentUnavailable.outOfReach("\($0)") } ?? error
            logger.error(
                "content unavailable",
                metadata: ["request": "\(request.method) \(request.path)", "reason": "\(unavailable)"])
            throw unavailable
        }
    }
}

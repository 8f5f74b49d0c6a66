import Crypto
import Foundation
import HTTPTypes
import NIOCore
import Refusals

/// The stylesheet, scripts and pictures: read once, held in memory plain and compressed, and named after
/// what they hold, so that browsers keep them for a year and never ask again.
public struct Asset: Sendable {
    /// The name with the digest: `minben.4f1c09a2.css`.
    let servedName: String
    let contentType: String
    let plain: ByteBuffer
    let gzip: ByteBuffer?

    /// The address of an asset by its plain name; an unknown name leads to a 404, which a test would see.
    public static func url(_ name: String) -> String { "/assets/\(all[name]?.servedName ?? name)" }

    static let all: [String: Asset] = {
        let folder = Bundle.module.url(forResource: "Resources", withExtension: nil)
        let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) } ?? []
        var assets: [String: Asset] = [:]
        for name in names {
            guard let type = mediaTypes[URL(filePath: name).pathExtension],
                let data = folder.flatMap({ try? Data(contentsOf: $0.appending(path: name)) })
            else { continue }
            assets[name] = Asset(name: name, contentType: type, bytes: Array(data))
        }
        return assets
    }()

    static let byServedName = Dictionary(uniqueKeysWithValues: all.values.map { ($0.servedName, $0) })

    private init(name: String, contentType: String, bytes: [UInt8]) {
        let digest = SHA256.hash(data: bytes).prefix(6).map { String(Int($0) + 256, radix: 16).dropFirst() }
            .joined()
        let file = URL(filePath: name)
        servedName = "\(file.deletingPathExtension().lastPathComponent).\(digest).\(file.pathExtension)"
        self.contentType = contentType
        plain = ByteBuffer(bytes: bytes)
        gzip =
            Gzip.isWorthwhile(contentType) ? Gzip.compress(bytes, level: 9).map(ByteBuffer.init(bytes:)) : nil
    }

    private static let mediaTypes = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png",
    ]

    /// The route that serves them.
    static let route = Route.get("/assets/{name}", .anyone, "样式与脚本") { request, _ in
        guard let asset = byServedName[try request.parameter("name")] else {
            return .problem(.notFound("没有这个文件。"))
        }
        let content = asset.gzip.map { WebResponse.Content.gzipped(plain: asset.plain, gzip: $0) }
        return WebResponse(.ok, content ?? .bytes(asset.plain), contentType: asset.contentType)
            .header("Cache-Control", "public, max-age=31536000, immutable")
    }
}

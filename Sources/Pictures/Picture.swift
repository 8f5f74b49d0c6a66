import CGD
import Foundation
import Refusals

/// A picture as it is published: small enough for a page, upright, and with nothing in it but what is seen. Whatever
/// else a camera writes into a file (where it was taken, by what, when, a preview of what was cut off) is not in it,
/// because it is drawn anew.
public struct Picture: Sendable, Hashable {
    /// The formats that are taken and made.
    public enum Format: Sendable, Hashable, CaseIterable {
        case jpeg, png, webp
    }

    /// Its format.
    public let format: Format
    /// The file.
    public let bytes: [UInt8]
    /// Pixels.
    public let width: Int
    /// Pixels.
    public let height: Int

    /// A picture of more pixels is not decoded: it would fill the memory.
    public static let mostPixels = 40_000_000

    /// One at a time: decoding takes four bytes a pixel.
    private static let workbench = DispatchQueue(label: "pictures", qos: .utility)

    /// Draws a picture anew in several sizes.
    ///
    /// - Parameters:
    ///   - bytes: the file as it was uploaded.
    ///   - sides: how many pixels the longer side has at most, one picture for each; nothing is enlarged.
    /// - Returns: a picture for each size.
    /// - Throws: ``DomainError/invalid(_:)`` for a file that cannot be decoded or has too many pixels.
    public static func redrawn(_ bytes: [UInt8], as format: Format, sides: [Int]) async throws -> [Picture] {
        try await withCheckedThrowingContinuation { waiting in
            workbench.async {
                waiting.resume(with: Result { try drawn(bytes, format, sides) })
            }
        }
    }

    private static func drawn(_ bytes: [UInt8], _ format: Format, _ sides: [Int]) throws -> [Picture] {
        guard let head = PictureHead(bytes, format) else { throw damaged }
        guard head.width * head.height <= mostPixels else {
            throw DomainError.invalid("file", "图片有 \(head.width)×\(head.height) 像素，太大了。请缩小到 4000 万像素以内再上传。")
        }
        guard let canvas = Canvas(bytes, format) else { throw damaged }
        return try sides.map { side in
            guard let scaled = canvas.scaled(toSide: side)?.turned(head.orientation),
                let file = scaled.encoded(format)
            else { throw damaged }
            return Picture(format: format, bytes: file, width: scaled.width, height: scaled.height)
        }
    }

    private static let damaged = DomainError.invalid("file", "图片已损坏，打不开。请重新导出后再上传。")
}

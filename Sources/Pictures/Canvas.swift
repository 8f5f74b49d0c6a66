import CGD

/// A picture in memory, held by libgd and let go with its last owner.
final class Canvas {
    private let image: gdImagePtr

    var width: Int { Int(image.pointee.sx) }
    var height: Int { Int(image.pointee.sy) }

    private init(_ image: gdImagePtr) {
        self.image = image
        // What is transparent is kept as it is, not drawn onto something.
        gdImageAlphaBlending(image, 0)
        gdImageSaveAlpha(image, 1)
    }

    deinit { gdImageDestroy(image) }

    /// Decodes a file; nil when it is damaged.
    convenience init?(_ bytes: [UInt8], _ format: Picture.Format) {
        var bytes = bytes
        let count = Int32(bytes.count)
        let image: gdImagePtr? = bytes.withUnsafeMutableBytes { buffer in
            switch format {
            case .jpeg: gdImageCreateFromJpegPtr(count, buffer.baseAddress)
            case .png: gdImageCreateFromPngPtr(count, buffer.baseAddress)
            case .webp: gdImageCreateFromWebpPtr(count, buffer.baseAddress)
            }
        }
        guard let image else { return nil }
        self.init(image)
    }

    private convenience init?(width: Int, height: Int) {
        guard let image = gdImageCreateTrueColor(Int32(width), Int32(height)) else { return nil }
        self.init(image)
    }

    /// The same picture, its longer side at most so long; nothing is enlarged.
    func scaled(toSide side: Int) -> Canvas? {
        let longer = max(width, height)
        let (newWidth, newHeight) =
            longer <= side
            ? (width, height) : (max(1, width * side / longer), max(1, height * side / longer))
        guard let target = Canvas(width: newWidth, height: newHeight) else { return nil }
        gdImageCopyResampled(
            target.image, image, 0, 0, 0, 0, Int32(newWidth), Int32(newHeight), Int32(width), Int32(height))
        return target
    }

    /// The same picture as it is to be seen (Exif 2.32, orientations 1 to 8).
    func turned(_ orientation: Int) -> Canvas? {
        guard orientation > 1 else { return self }
        let isOnItsSide = orientation > 4
        let target = Canvas(width: isOnItsSide ? height : width, height: isOnItsSide ? width : height)
        guard let target else { return nil }
        for y in 0..<target.height {
            for x in 0..<target.width {
                let (fromX, fromY) = source(x, y, orientation)
                let pixel = gdImageGetTrueColorPixel(image, Int32(fromX), Int32(fromY))
                gdImageSetPixel(target.image, Int32(x), Int32(y), pixel)
            }
        }
        return target
    }

    private func source(_ x: Int, _ y: Int, _ orientation: Int) -> (Int, Int) {
        let (right, bottom) = (width - 1, height - 1)
        return switch orientation {
        case 2: (right - x, y)
        case 3: (right - x, bottom - y)
        case 4: (x, bottom - y)
        case 5: (y, x)
        case 6: (y, bottom - x)
        case 7: (right - y, bottom - x)
        case 8: (right - y, x)
        default: (x, y)
        }
    }

    /// The picture as a file.
    func encoded(_ format: Picture.Format) -> [UInt8]? {
        var count: Int32 = 0
        // A JPEG comes in coarse first and then fine, so that a slow phone shows something early.
        if format == .jpeg { gdImageInterlace(image, 1) }
        let file: UnsafeMutableRawPointer? =
            switch format {
            case .jpeg: gdImageJpegPtr(image, &count, 82)
            case .png: gdImagePngPtrEx(image, &count, 6)
            case .webp: gdImageWebpPtrEx(image, &count, 80)
            }
        guard let file else { return nil }
        defer { gdFree(file) }
        return Array(UnsafeRawBufferPointer(start: file, count: Int(count)))
    }
}

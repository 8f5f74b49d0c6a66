import CGD
import Refusals
import Testing

@testable import Pictures

@Suite("Pictures as they are published")
struct PictureTests {
    /// A picture whose upper left corner is red and whose rest is blue.
    private func sample(_ width: Int, _ height: Int, _ format: Picture.Format) throws -> [UInt8] {
        let image = try #require(gdImageCreateTrueColor(Int32(width), Int32(height)))
        defer { gdImageDestroy(image) }
        gdImageFilledRectangle(image, 0, 0, Int32(width), Int32(height), 0x0000FF)
        gdImageFilledRectangle(image, 0, 0, Int32(width / 4), Int32(height / 4), 0xFF0000)
        var count: Int32 = 0
        let file: UnsafeMutableRawPointer? =
            switch format {
            case .jpeg: gdImageJpegPtr(image, &count, 95)
            case .png: gdImagePngPtr(image, &count)
            case .webp: gdImageWebpPtr(image, &count)
            }
        let start = try #require(file)
        defer { gdFree(start) }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(count)))
    }

    /// An Exif segment with an orientation, and a place where the picture was taken.
    private func tagged(_ jpeg: [UInt8], orientation: UInt8) -> [UInt8] {
        let place = Array("GPS 23.0469,112.4653".utf8)
        let directory: [UInt8] = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
        let content =
            Array("Exif".utf8) + [0, 0] + Array("MM".utf8) + [0, 42, 0, 0, 0, 8] + directory + place
        let length = content.count + 2
        return Array(jpeg.prefix(2)) + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + content
            + Array(jpeg.dropFirst(2))
    }

    private func isRed(_ picture: Picture, atRight: Bool, atBottom: Bool) throws -> Bool {
        var bytes = picture.bytes
        let image = try #require(gdImageCreateFromJpegPtr(Int32(bytes.count), &bytes))
        defer { gdImageDestroy(image) }
        let (x, y) = (atRight ? picture.width - 5 : 4, atBottom ? picture.height - 5 : 4)
        let pixel = gdImageGetTrueColorPixel(image, Int32(x), Int32(y))
        return pixel >> 16 & 255 > 150 && pixel & 255 < 100
    }

    @Test(
        "a few bytes that claim to be huge are refused before anything is decoded",
        arguments: [(30_000, 30_000)])
    func bomb(_ width: Int, _ height: Int) async throws {
        var png = try sample(8, 8, .png)
        for (place, number) in [(16, width), (20, height)] {
            for byte in 0..<4 { png[place + byte] = UInt8(number >> (8 * (3 - byte)) & 255) }
        }
        await #expect(
            throws: DomainError.invalid("file", "图片有 \(30_000)×\(30_000) 像素，太大了。请缩小到 4000 万像素以内再上传。")
        ) {
            try await Picture.redrawn(png, as: .png, sides: [1600])
        }
    }

    @Test(
        "what breaks off or is something else is refused and harms nothing",
        arguments: Picture.Format.allCases)
    func damaged(_ format: Picture.Format) async throws {
        let whole = try sample(64, 48, format)
        for count in [0, 3, 20, 40] {
            await #expect(throws: DomainError.self, "\(count)") {
                try await Picture.redrawn(Array(whole.prefix(count)), as: format, sides: [16])
            }
        }
        await #expect(throws: DomainError.self) {
            try await Picture.redrawn(Array("<svg onload=alert(1)>".utf8), as: format, sides: [16])
        }
    }

    @Test(
        "the longer side fits, nothing is enlarged, and the format stays", arguments: Picture.Format.allCases)
    func sizes(_ format: Picture.Format) async throws {
        let pictures = try await Picture.redrawn(
            sample(2_000, 500, format), as: format, sides: [1_600, 800, 9_000])
        #expect(pictures.map(\.width) == [1_600, 800, 2_000] && pictures.map(\.height) == [400, 200, 500])
        for picture in pictures {
            let head = try #require(PictureHead(picture.bytes, format))
            #expect((head.width, head.height) == (picture.width, picture.height) && picture.format == format)
        }
    }

    @Test("where and how a picture was taken is not in what is published")
    func metadata() async throws {
        let camera = tagged(try sample(64, 48, .jpeg), orientation: 1) + Array("trailing secret".utf8)
        let text = String(decoding: camera, as: UTF8.self)
        #expect(text.contains("GPS 23.0469") && text.contains("trailing secret"))
        let picture = try #require(try await Picture.redrawn(camera, as: .jpeg, sides: [1_600]).first)
        let clean = String(decoding: picture.bytes, as: UTF8.self)
        #expect(!clean.contains("GPS") && !clean.contains("Exif") && !clean.contains("secret"))
    }

    @Test(
        "a picture stands upright although the note that turned it is gone",
        arguments: [
            (1, false, false), (2, true, false), (3, true, true), (4, false, true), (5, false, false),
            (6, true, false), (7, true, true), (8, false, true),
        ])
    func upright(_ orientation: Int, _ atRight: Bool, _ atBottom: Bool) async throws {
        let file = tagged(try sample(160, 80, .jpeg), orientation: UInt8(orientation))
        let picture = try #require(try await Picture.redrawn(file, as: .jpeg, sides: [1_600]).first)
        #expect((picture.width > picture.height) == (orientation < 5))
        #expect(try isRed(picture, atRight: atRight, atBottom: atBottom))
    }
}

import CZlib

/// Compression as browsers take it (RFC 1952), over the system's zlib.
enum Gzip {
    /// Smaller than this, in bytes, compressing costs more than it saves.
    static let thresholdBytes = 1024

    /// The bytes compressed; nil when zlib refuses, and then they are sent as they are. Level 1 is fastest,
    /// 9 smallest.
    static func compress(_ bytes: some Collection<UInt8>, level: Int32) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, and 16 to ask for gzip's frame.
        let opened = deflateInit2_(
            &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard opened == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var input = Array(bytes)
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))))
        let isFinished = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
        }
        guard isFinished else { return nil }
        output.removeLast(output.count - Int(stream.total_out))
        return output
    }

    /// What was compressed; nil when it does not come to as many bytes as it was.
    static func expand(_ bytes: some Collection<UInt8>, to count: Int) -> [UInt8]? {
        var stream = z_stream()
        let opened = inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard opened == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var input = Array(bytes)
        var output = [UInt8](repeating: 0, count: count)
        let isWhole = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return inflate(&stream, Z_FINISH) == Z_STREAM_END
            }
        }
        return isWhole && Int(stream.total_out) == count ? output : nil
    }

    /// Whether the browser takes gzip (RFC 9110, section 12.5.3): named, and not with a weight of zero.
    static func isAccepted(_ header: String?) -> Bool {
        guard let header else { return false }
        // What nearly every visitor sends needs no taking apart: it cost more than finding the page.
        if header == "gzip" || header.hasPrefix("gzip,") { return true }
        return header.split(separator: ",").contains { entry in
            let parts = entry.lowercased().filter { !$0.isWhitespace }.split(separator: ";")
            guard parts.first == "gzip" || parts.first == "*" else { return false }
            return !parts.dropFirst().contains { $0.hasPrefix("q=0") && Double($0.dropFirst(2)) == 0 }
        }
    }

    /// Whether a media type is text that shrinks.
    static func isWorthwhile(_ contentType: String?) -> Bool {
        guard let contentType else { return false }
        return contentType.hasPrefix("text/") || contentType.contains("json") || contentType.contains("xml")
            || contentType.contains("javascript")
    }
}

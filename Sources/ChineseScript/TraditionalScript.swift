import COpenCC
import Synchronization

/// Puts simplified Chinese into traditional characters and back, word by word (OpenCC), with exceptions that come first.
public final class TraditionalScript: Sendable {
    /// Whose characters and words.
    public enum Usage: String, Sendable, CaseIterable {
        /// 香港
        case hongKong = "s2hk"
        /// 臺灣
        case taiwan = "s2tw"

        fileprivate var back: String { self == .hongKong ? "hk2s" : "tw2s" }
    }

    /// A converter is asked by one at a time: its library does not promise otherwise.
    private struct Converter: @unchecked Sendable {
        let pointer: opencc_t
    }

    private let converter: Mutex<Converter>
    private let exceptions: Exceptions

    /// A converter; nil when the tables of OpenCC are not installed.
    ///
    /// - Parameters:
    ///   - reversed: from traditional characters into simplified ones.
    ///   - exceptions: words as they are written, with what is to stand in their place.
    public init?(_ usage: Usage, reversed: Bool = false, exceptions: [String: String] = [:]) {
        let pointer = opencc_open("\(reversed ? usage.back : usage.rawValue).json")
        // The library says by -1 that it could not open.
        guard let pointer, Int(bitPattern: pointer) != -1 else { return nil }
        converter = Mutex(Converter(pointer: pointer))
        self.exceptions = Exceptions(exceptions)
    }

    deinit { _ = converter.withLock { opencc_close($0.pointer) } }

    /// The text in the other characters; a text that cannot be converted stays as it is.
    public func convert(_ text: String) -> String {
        exceptions.split(text).map { piece in
            switch piece {
            case .settled(let words): words
            case .open(let words): converted(words)
            }
        }.joined()
    }

    private func converted(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { source in
                guard let start = source.baseAddress else { return "" }
                return converter.withLock { converter in
                    guard let result = opencc_convert_utf8(converter.pointer, start, source.count) else {
                        return nil
                    }
                    defer { opencc_convert_utf8_free(result) }
                    return String(cString: result)
                }
            }
        } ?? text
    }
}

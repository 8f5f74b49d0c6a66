import Foundation
import Logging
import Synchronization

/// The log of a server: lines as `StreamLogHandler` writes them, on standard error, many at a time. A line of its own
/// for each of thousands of requests a second costs a tenth of what the requests do; a warning is written at once.
struct ServerLog: LogHandler {
    private var lines: StreamLogHandler
    private let output: BufferedOutput

    /// Begins to write the log of this process; what is given back is to be flushed at its end.
    static func begin() -> BufferedOutput {
        // Without it the C library looks up on the disk, for every line, whether the time zone has changed.
        setenv("TZ", ":/etc/localtime", 0)
        let output = BufferedOutput(.standardError)
        LoggingSystem.bootstrap {
            ServerLog(lines: StreamLogHandler(label: $0, stream: output), output: output)
        }
        return output
    }

    var logLevel: Logger.Level {
        get { lines.logLevel }
        set { lines.logLevel = newValue }
    }

    var metadata: Logger.Metadata {
        get { lines.metadata }
        set { lines.metadata = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { lines[metadataKey: key] }
        set { lines[metadataKey: key] = newValue }
    }

    func log(event: LogEvent) {
        lines.log(event: event)
        if event.level >= .warning { output.flush() }
    }
}

/// Text on its way to a file, written ten times a second or when there is much of it, and at the end of the process.
final class BufferedOutput: TextOutputStream, Sendable {
    private static let limitBytes = 32 << 10
    private static let pauseSeconds = 0.1

    private let file: FileHandle
    private let waiting = Mutex<[UInt8]>([])

    init(_ file: FileHandle) {
        self.file = file
        Thread { [self] in
            while true {
                Thread.sleep(forTimeInterval: Self.pauseSeconds)
                flush()
            }
        }.start()
    }

    func write(_ text: String) {
        let isMuch = waiting.withLock { bytes in
            bytes.append(contentsOf: text.utf8)
            return bytes.count > Self.limitBytes
        }
        if isMuch { flush() }
    }

    /// Writes what waits. Held while writing, so that lines stay in their order.
    func flush() {
        waiting.withLock { bytes in
            guard !bytes.isEmpty else { return }
            try? file.write(contentsOf: bytes)
            bytes.removeAll(keepingCapacity: true)
        }
    }
}

import Foundation
import Synchronization
import WorkingTime

/// Text on its way to a file, written ten times a second or when there is much of it, and at the end of the process.
public final class BufferedOutput: Sendable {
    private static let limitBytes = 32 << 10
    private static let pauseSeconds = 0.1

    private let file: FileHandle
    private let waiting = Mutex<[UInt8]>([])
    private let lastTime = Mutex<(second: Int64, text: String)>((0, ""))

    init(_ file: FileHandle) {
        self.file = file
        Thread { [weak self] in
            while let self {
                flush()
                Thread.sleep(forTimeInterval: Self.pauseSeconds)
            }
        }.start()
    }

    /// The time as it stands before a line, worded once a second.
    func time(_ now: Instant) -> String {
        let second = now.milliseconds / 1_000
        return lastTime.withLock { last in
            if last.second != second { last = (second, now.rfc3339) }
            return last.text
        }
    }

    /// Takes text that is to be written soon.
    func write(_ text: String) {
        let isMuch = waiting.withLock { bytes in
            bytes.append(contentsOf: text.utf8)
            return bytes.count > Self.limitBytes
        }
        if isMuch { flush() }
    }

    /// Writes what waits. Held while writing, so that lines stay in their order.
    public func flush() {
        waiting.withLock { bytes in
            guard !bytes.isEmpty else { return }
            try? file.write(contentsOf: bytes)
            bytes.removeAll(keepingCapacity: true)
        }
    }
}

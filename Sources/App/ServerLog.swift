import Foundation
import Logging
import WorkingTime

/// The log of a server on standard error: a line for each event, many lines at a time, a warning at once.
///
///     2026-11-21T10:24:00+08:00 info minben: method=GET route=/ status=200 [Web] request
///
/// `StreamLogHandler` writes the same, but asks the C library for the time and writes a line by itself: a fifth of what
/// a public page cost from the time it was requested to the time it was sent.
public struct ServerLog: LogHandler {
    /// What is not worth a line.
    public var logLevel = Logger.Level.info
    /// What every line of this logger says.
    public var metadata = Logger.Metadata()

    /// What a line seldom exceeds: it grows once, and not with every word.
    private static let usualBytes = 256

    private let label: String
    private let output: BufferedOutput
    private let now: @Sendable () -> Instant

    init(label: String, output: BufferedOutput, now: @escaping @Sendable () -> Instant = { .now }) {
        self.label = label
        self.output = output
        self.now = now
    }

    /// Begins to write the log of this process; what is given back is to be flushed at its end.
    public static func begin() -> BufferedOutput {
        let output = BufferedOutput(.standardError)
        LoggingSystem.bootstrap { ServerLog(label: $0, output: output) }
        return output
    }

    /// One of what every line says.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes a line.
    public func log(event: LogEvent) {
        var line = ""
        line.reserveCapacity(Self.usualBytes)
        line += output.time(now())
        line += " "
        line += event.level.rawValue
        line += " "
        line += label
        line += ":"
        append(event.metadata ?? [:], to: &line)
        if let error = event.error { line += " error=\(error)" }
        line += " ["
        line += event.source
        line += "] "
        line += event.message.description
        line += "\n"
        output.write(line)
        if event.level >= .warning { output.flush() }
    }

    private func append(_ own: Logger.Metadata, to line: inout String) {
        let all = metadata.isEmpty ? own : metadata.merging(own) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            line += " "
            line += key
            line += "="
            // The description of a string goes a longer way to the same.
            if case .string(let text) = value { line += text } else { line += value.description }
        }
    }
}

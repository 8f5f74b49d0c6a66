import Foundation
import Logging
import Storage
import Testing
import WorkingTime

@testable import App

@Suite("The log of a server")
struct ServerLogTests {
    private let pipe = Pipe()

    private func logger() -> (Logger, BufferedOutput) {
        let output = BufferedOutput(pipe.fileHandleForWriting)
        let now = Instant(milliseconds: 1_795_227_840_000)
        let logger = Logger(label: "minben") { ServerLog(label: $0, output: output, now: { now }) }
        return (logger, output)
    }

    private func written() -> String {
        String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
    }

    @Test("A line says when, how grave, who and what, in an order that does not change")
    func line() {
        var (logger, output) = logger()
        logger[metadataKey: "node"] = "7"
        logger.info("request", metadata: ["status": "200", "ms": .stringConvertible(3)], source: "Web")
        output.flush()
        #expect(written() == "2026-11-21T10:24:00+08:00 info minben: ms=3 node=7 status=200 [Web] request\n")
    }

    @Test("A warning does not wait for the next tenth of a second")
    func warning() {
        let (logger, output) = logger()
        logger.info("first", source: "Web")
        logger.warning("second", source: "Web")
        #expect(written().hasSuffix("first\n2026-11-21T10:24:00+08:00 warning minben: [Web] second\n"))
        withExtendedLifetime(output) {}
    }

    @Test("What goes wrong is named after all else")
    func failure() {
        let (logger, output) = logger()
        logger.error("job failed", error: CancellationError(), metadata: ["job": "timers"], source: "Jobs")
        #expect(written().contains("error minben: job=timers error=CancellationError() [Jobs] job failed"))
        withExtendedLifetime(output) {}
    }

    @Test("A job that an outage met is not told apart: the log has the outage already")
    func outage() {
        let (logger, output) = logger()
        logger.jobFailed("places", id: "7", DatabaseUnavailable(.unreachable("the line broke")))
        logger.jobFailed("places", id: "7", DatabaseUnavailable(.timeout))
        logger.jobFailed("timers", CancellationError())
        output.flush()
        let lines = written().split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains("StorageError.timeout) id=7 job=places [App] job failed") == true)
        #expect(lines.last?.contains("error=CancellationError() job=timers [App] job failed") == true)
    }
}

import Logging
import Refusals
import Storage

extension Database {
    /// Writes every outage into the log: its beginning, how it goes on, and its end.
    func logOutages(to logger: Logger) {
        reportOutages { news in
            switch news {
            case .began(let cause):
                logger.error("database outage began", metadata: ["error": "\(cause)"])
            case .goesOn(let seconds, let refused):
                logger.warning(
                    "database outage goes on", metadata: ["seconds": "\(seconds)", "refused": "\(refused)"])
            case .ended(let seconds, let refused):
                logger.notice(
                    "database outage ended", metadata: ["seconds": "\(seconds)", "refused": "\(refused)"])
            }
        }
    }
}

extension Logger {
    /// Writes that a job failed, and why. Of an outage the log has its beginning already, so that each job that it meets
    /// is told only to whoever looks closer.
    ///
    /// - Parameter id: which of the jobs of this name, when there are many.
    func jobFailed(_ name: String, id: String? = nil, _ error: any Error) {
        let isReported = (error as? any TemporaryFailure)?.isReported == true
        var metadata: Logger.Metadata = ["job": "\(name)", "error": "\(error)"]
        metadata["id"] = id.map { "\($0)" }
        log(level: isReported ? .debug : .error, "job failed", metadata: metadata)
    }
}

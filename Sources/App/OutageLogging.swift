import Logging
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

import Accountability
import Cases
import Content
import Disclosure
import Identity
import Languages
import Logging
import MessageDesk
import Modules
import ServiceRequests
import Services
import Storage
import SupervisionOrders
import Web

extension Installation {
    /// What this node keeps in memory follows what any node commits.
    func follow(_ cache: PageCache, _ content: Content, _ languages: Languages, logger: Logger) {
        database.observe {
            [
                library, database, messages, grants = identity.grants, processes = cases.processes,
                decisions = cases.decisions, papers = cases.papers
            ] topic in
            // At once: whoever asks next sees what was published.
            content.drop(topic)
            Task {
                do {
                    try await content.followNotices(topic)
                    try await content.followHosts(topic)
                    try await languages.follow(topic)
                    try await messages.desk.follow(topic)
                    if topic == nil || topic == GrantBook.topic { try await grants.reload(from: database) }
                    if topic == nil || topic == DecisionLibrary.topic {
                        try await decisions.reload(from: database)
                    }
                    if topic == nil || topic == PaperLibrary.topic {
                        try await papers.reload(from: database)
                    }
                    if topic == nil || topic == ProcessLibrary.topic {
                        try await processes.reload(from: database)
                    }
                    guard topic == nil || topic == ServiceLibrary.topic else { return }
                    try await library.refresh()
                    cache.drop("services")
                } catch {
                    logger.error(
                        "cannot follow", metadata: ["topic": "\(topic ?? "-")", "error": "\(error)"])
                }
            }
        }
    }

    /// Brings the tables up to date and publishes the processes that come with the program.
    func prepare() async throws {
        try await database.migrate(modules.migrations)
        let processes =
            try ItemFiles.processFiles() + Content.processFiles() + InformationDisclosure.processFiles()
            + ServiceRequests.processFiles() + SupervisionOrders.processFiles()
            + Accountability.processFiles()
        try await cases.processes.install(processes, in: database, at: cases.now)
        try await cases.decisions.reload(from: database)
        try await cases.papers.reload(from: database)
        try await library.refresh()
        try await identity.grants.reload(from: database)
        try await messages.desk.follow(nil)
    }
}

import Cases
import Consultations
import Content
import Disclosure
import Files
import Forum
import Government
import Hearings
import Messaging
import Modules
import ParticipationFigures
import RuleBooks
import Search
import ServiceRequests
import Storage
import Surveys
import Web

extension Installation {
    /// What people are asked and say.
    static func participation(
        _ configuration: Configuration, _ cases: Cases, _ directory: Directory, _ files: FileStore,
        _ outbox: Outbox, _ database: Database
    ) throws -> [Module] {
        let requests = try ServiceRequests(
            cases: cases, directory: directory, files: files, outbox: outbox, database: database,
            site: configuration.publicAddress)
        let forum = try Forum(
            database: database, directory: directory, outbox: outbox, door: .door(to: requests))
        return [
            try RuleBooks.module(), try requests.module(),
            try forum.module(),
            try ParticipationFigures(
                database: database, outbox: outbox, sources: [.requests(requests), .forum(forum)]
            ).module(),
            try Surveys(database: database, directory: directory).module(),
            try Consultations(database: database, directory: directory, outbox: outbox).module(),
            try Hearings(database: database, directory: directory, outbox: outbox).module(),
        ]
    }

    /// The applicant's page of a case that a feature shows in its own words.
    static func page(of subject: Case) -> String? {
        InformationDisclosure.page(of: subject) ?? ServiceRequests.page(of: subject)
    }

    /// What is found on the portal besides services: one source for each module that contributes.
    static let searchSources: [SearchSource] = [
        Content.searchSource, InformationDisclosure.searchSource, ServiceRequests.searchSource,
        Forum.searchSource,
    ]
}

import Bulletins
import Cases
import Consultations
import Content
import Disclosure
import Files
import Forum
import Government
import Hearings
import Hotline
import Messaging
import Modules
import ParticipationFigures
import RequestDoors
import RuleBooks
import Search
import ServiceRequests
import Storage
import Surveys
import Web
import WorkingTime

extension Installation {
    /// What people say to the government; other features lead there.
    static func requests(
        _ configuration: Configuration, _ cases: Cases, _ directory: Directory, _ files: FileStore,
        _ outbox: Outbox, _ database: Database, _ hotline: Hotline
    ) throws -> ServiceRequests {
        try ServiceRequests(
            cases: cases, directory: directory, files: files, outbox: outbox, database: database,
            site: configuration.publicAddress, aid: aid(of: hotline))
    }

    /// What people are asked and say.
    static func participation(
        _ requests: ServiceRequests, _ directory: Directory, _ files: FileStore, _ outbox: Outbox,
        _ database: Database, _ hotline: Hotline
    ) throws -> [Module] {
        let forum = try Forum(
            database: database, directory: directory, outbox: outbox,
            door: .door(to: requests, channel: "forum"), instructions: .toOrders)
        return [
            try RuleBooks.module(), try hotline.module(), try requests.module(), try forum.module(),
            try ParticipationFigures(
                database: database, outbox: outbox,
                sources: [.requests(requests), .joined(requests), .forum(forum)]
            ).module(),
            try Surveys(database: database, directory: directory).module(),
            try Consultations(database: database, directory: directory, outbox: outbox).module(),
            try Hearings(database: database, directory: directory, files: files, outbox: outbox).module(),
        ]
    }

    /// The telephone; tickets are counted where they are kept.
    static func hotline(
        _ directory: Directory, _ outbox: Outbox, _ database: Database,
        clock: @escaping @Sendable () -> Instant
    ) throws -> Hotline {
        try Hotline(
            database: database, directory: directory, outbox: outbox,
            tickets: { from, through, organs in
                try await database.read {
                    try RequestFigures.tickets(
                        from: from, through: through, of: organs, at: clock(), in: $0)
                }.map(TicketFigures.init)
            }, clock: clock)
    }

    /// Who calls, and what the knowledge base answers.
    private static func aid(of hotline: Hotline) -> DeskAid {
        DeskAid(
            caller: { try await hotline.caller(of: $0, for: $1) },
            answers: { words, day in
                try await hotline.answers(to: words, on: day).map {
                    DeskAid.Answer(id: String($0.id), question: $0.question, words: $0.words)
                }
            },
            conclude: { call, ticket, now, tx in
                try Hotline.conclude(call, with: ticket, at: now, in: tx)
            },
            unpublished: { try Forum.withdrawAnswer(of: $0, at: $1, in: $2) })
    }

    /// The applicant's page of a case that a feature shows in its own words.
    static func page(of subject: Case) -> String? {
        InformationDisclosure.page(of: subject) ?? ServiceRequests.page(of: subject)
    }

    /// What is found on the portal besides services: one source for each module that contributes.
    static let searchSources: [SearchSource] = [
        Content.searchSource, InformationDisclosure.searchSource, ServiceRequests.searchSource,
        Forum.searchSource, Bulletins.searchSource,
    ]
}

extension TicketFigures {
    fileprivate init(_ counted: RequestFigures) {
        self.init(
            organ: counted.organ, day: counted.day, filed: counted.filed, ended: counted.ended,
            onTime: counted.onTime, timed: counted.timed, assessed: counted.assessed, solved: counted.solved,
            satisfied: counted.satisfied, repeated: counted.repeated, returned: counted.returned,
            passedOn: counted.passedOn)
    }
}

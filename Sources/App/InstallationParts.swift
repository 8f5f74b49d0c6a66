import AccessFigures
import Accountability
import AnnualInspection
import Cases
import Disclosure
import Files
import Forum
import Government
import Hearings
import Hotline
import Identity
import Jobs
import JointServices
import Licences
import Logging
import Messaging
import Modules
import OpenID
import ProgressAnywhere
import PublicLog
import Ratings
import ServiceHall
import ServiceRequests
import Services
import Storage
import SupervisionOrders
import Surveys
import Takeover
import Web
import WorkingTime

extension Installation {
    /// What is encrypted anew when keys change.
    static let sealedTables =
        Government.sealedTables + Identity.sealedTables + Cases.sealedTables + ServiceHall.sealedTables
        + OpenID.sealedTables + MessageParts.sealedTables + Ratings.sealedTables + Licences.sealedTables
        + Takeover.sealedTables + Surveys.sealedTables + AnnualInspection.sealedTables
        + ServiceRequests.sealedTables + Hotline.sealedTables + Hearings.sealedTables + Forum.sealedTables
        + Accountability.sealedTables

    /// What features write of their own when something happens to a case.
    static func followers(_ signers: LicenceSigners, _ outbox: Outbox) -> [CaseFollower] {
        [
            InformationDisclosure.follower, Ratings.follower, LicenceFollowing.follower(signers: signers),
            AccessFigures.follower, ServiceRequests.follower, Hotline.follower,
            ServiceRequests.alarm(outbox: outbox), SupervisionOrders.follower(outbox: outbox),
            Accountability.follower,
            ProgressAnywhere.follower(outbox: outbox),
            Ratings.inviter(outbox: outbox),
        ]
    }

    /// The pages that features have for a case on the desk.
    static let deskLinks: @Sendable (Case, OfficerContext) -> [Link] = { subject, officer in
        InformationDisclosure.deskLinks(of: subject) + ServiceRequests.deskLinks(of: subject)
            + SupervisionOrders.deskLinks(of: subject, for: officer)
    }

    /// What was said in a case that is no application for a service.
    static let deskWords: @Sendable (Case) -> [(label: String, words: String)]? = { subject in
        ServiceRequests.words(of: subject)
    }

    /// What several organs do together.
    static func together(
        _ library: ServiceLibrary, _ directory: Directory, _ outbox: Outbox, _ database: Database
    ) throws -> [Module] {
        [
            JointServices(library: library, directory: directory, database: database).module(),
            try AnnualInspection(
                database: database, directory: directory, outbox: outbox, watch: watchedConclusions
            ).module(),
        ]
    }
}

/// The parts of an installation that take more than a line to make.
extension Configuration {
    /// Who signs in, and how they are told what happens to their account.
    func identity(_ database: Database, _ web: WebSettings, _ outbox: Outbox) async throws -> Identity {
        try Identity(
            database: database,
            settings: signIn.identity(
                self, site: web.site.name,
                secret: try await database.secret(named: "challenge", make: WebSettings.randomSecret)),
            unread: Inbox.unread(of:),
            notice: { try outbox.enqueue(to: $0, about: "account", $1, at: $2, in: $3) },
            messagesPath: web.site.paths.messages, mandatesPath: "/my/mandates",
            programsPath: OpenID.permissionsPath)
    }

    /// Progress in calendars, by SMS and for the family.
    func progressAnywhere(_ cases: Cases, _ outbox: Outbox, _ ratings: Ratings, _ database: Database)
        -> ProgressAnywhere
    {
        ProgressAnywhere(
            database: database, cases: cases, outbox: outbox, secrets: messages.secrets,
            publicAddress: publicAddress
        ) { try await ratings.rate(byText: $0, grade: $1, at: $2) }
    }

    /// The journal as everybody may check it.
    func publicLog(_ log: NodeLog, _ witnesses: RemoteWitnesses?, _ cases: Cases, _ database: Database) throws
        -> PublicLog
    {
        PublicLog(
            keys: log.keys, memory: log.memory, witness: try journal.cosignerKey(),
            witnessedLogs: journal.logsToWitness, witnesses: witnesses, cases: cases, database: database)
    }
}

extension Jobs {
    /// The queue with those who work it off; what fails is told in the log.
    init(
        database: Database, logger: Logger, clock: @escaping @Sendable () -> Instant,
        handlers: [any JobHandler]
    ) {
        self.init(
            database: database,
            runner: QueueRunner(database: database, handlers: handlers, clock: clock) { job, error in
                logger.jobFailed(job.kind, id: "\(job.id)", error)
            })
    }
}

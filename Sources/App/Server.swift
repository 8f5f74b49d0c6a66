import AdministrativeHall
import DirectorySync
import Hotline
import Hummingbird
import Identity
import Jobs
import Logging
import MessageDesk
import Modules
import OpenID
import PublicLog
import Refusals
import ServiceLifecycle
import Storage
import UnixSignals
import Web
import WorkingTime

/// Serves an installation until it is told to stop; SIGTERM lets requests under way finish.
public struct Server: Sendable {
    private let installation: Installation
    private let logger: Logger

    /// A server of this installation.
    public init(_ installation: Installation, logger: Logger) {
        self.installation = installation
        self.logger = logger
    }

    /// Runs until SIGTERM or SIGINT.
    ///
    /// - Parameter announce: called with the port once the server listens.
    public func run(announce: @escaping @Sendable (Int) -> Void) async throws {
        let configuration = installation.configuration
        let server = ConnectionLimits.server {
            [pages = installation.pages, now = installation.web.now, logger] in
            PageLane(cache: pages, now: now, logger: logger)
        }
        let application = Application(
            router: try installation.router(), server: server,
            configuration: .init(
                address: .hostname(configuration.host, port: configuration.port), serverName: "minben",
                availableConnectionsDelegate: ConnectionLimits.connections(logger: logger)),
            onServerRunning: { channel in announce(channel.localAddress?.port ?? configuration.port) },
            logger: logger)
        // Shut down from the last to the first: what requests and jobs read from closes after them.
        var closing: [any Service] = [CarriersClosing(messages: installation.messages)]
        if let witnesses = installation.witnesses { closing.append(WitnessesClosing(witnesses: witnesses)) }
        let services: [any Service] =
            closing + [
                FilesClosing(files: installation.files), application,
                QueueService(runner: installation.runner),
            ]
            + installation.modules.jobs.map {
                JobRunner(job: $0, database: installation.database, logger: logger)
            } + [Draining(readiness: installation.readiness, seconds: configuration.drainSeconds)]
        let group = ServiceGroup(
            configuration: .init(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        try? await installation.node.end()
        try? installation.database.close()
    }
}

extension Installation {
    /// The router over all routes; tests use it in process.
    public func router() throws -> Router<WebContext> {
        makeRouter(routes: try routes(), settings: web) {
            [
                authenticator = identity.authenticator, directorySync, openID, halls, hotline,
                desk = messages.desk
            ]
            request in
            if directorySync.isSpoken(in: request) { return try await directorySync.principal(of: request) }
            if desk.isSpoken(in: request) { return try await desk.principal(of: request) }
            if let scanner = try await halls.principal(of: request) { return scanner }
            if let exchange = try await hotline.principal(of: request) { return exchange }
            if let program = try await openID.principal(of: request) { return program }
            return try await authenticator.principal(of: request)
        }
    }
}

/// Works off the queue of jobs until shutdown; the present steps are finished first.
struct QueueService: Service {
    let runner: QueueRunner

    func run() async throws {
        await cancelWhenGracefulShutdown { await runner.run() }
    }
}

/// Runs one job again and again until shutdown, where this node leads it; what it throws is logged, and the next
/// run tries again.
struct JobRunner: Service {
    let job: Job
    let database: Database
    let logger: Logger

    /// How long a node waits that does not lead, before it asks again, in seconds.
    private static let standbySeconds = 5

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let isOurs = job.isForEveryNode ? true : await database.leads(job.name)
                if isOurs { await attempt() }
                let pause = isOurs ? job.intervalSeconds : min(Self.standbySeconds, job.intervalSeconds)
                try? await Task.sleep(for: .seconds(pause))
            }
        }
    }

    private func attempt() async {
        do { try await job.run(Instant.now) } catch is CancellationError { return } catch {
            logger.jobFailed(job.name, error)
        }
    }
}

/// Ends the connections to witnesses, once nothing is shown any more.
struct WitnessesClosing: Service {
    let witnesses: RemoteWitnesses

    func run() async throws {
        try? await gracefulShutdown()
        try await witnesses.close()
    }
}

import BusinessProcess
import Cases
import HTTPTypes
import Identity
import Journal
import Refusals
import Services
import Storage
import Web
import WorkingTime

/// The processes there are, each with its versions.
struct ProcessPages: Sendable {
    let processes: ProcessLibrary
    let services: ServiceLibrary
    let database: Database

    var routes: [Route] {
        [
            .get(ProcessDeskPath.processes, .staff, "业务流程") { _, officer in
                let open = try await database.read { try ProposalStore.open(in: $0) }
                return .page(
                    ProcessListPage(
                        processes: processes.newest.values.sorted { $0.id < $1.id }, proposals: open,
                        services: services.catalogue, officer: officer
                    ).page)
            },
            .get(ProcessDeskPath.process("{process}"), .staff, "流程的各个版本") { request, officer in
                .page(try await process(request, officer))
            },
            .get(ProcessDeskPath.version("{version}", of: "{process}"), .staff, "流程的一个版本") {
                request, officer in
                let (version, definition) = try await version(request)
                return .page(
                    VersionPage(
                        version: version, definition: definition,
                        mayRetire: officer.roles.contains(.sysadmin), token: request.csrf
                    ).page)
            },
            .get(ProcessDeskPath.file("{version}", of: "{process}"), .staff, "下载流程文件") { request, _ in
                let (version, _) = try await version(request)
                return .file(
                    Array(version.xml.utf8), name: "\(version.key.id)-\(version.key.version).bpmn",
                    contentType: "application/xml; charset=utf-8")
            },
            .post(
                ProcessDeskPath.retirement(of: "{version}", of: "{process}"), .role(.sysadmin),
                journal: "process.retired", "停用流程的一个版本"
            ) { request, officer in
                let (version, _) = try await version(request)
                try await retire(version, by: officer.actor(request), at: request.now)
                return .redirect(to: ProcessDeskPath.process(version.key.id))
            },
        ]
    }

    private func process(_ request: WebRequest, _ officer: OfficerContext) async throws -> Page {
        let (id, after) = (try request.parameter("process"), request.query("after"))
        let (versions, proposals) = try await database.read { tx in
            (
                try PublishedProcess.versions(of: id, in: tx),
                try ProposalStore.proposals(of: id, after: after, in: tx)
            )
        }
        guard !versions.isEmpty else { throw Self.missing }
        return ProcessPage(
            versions: versions, proposals: officer.seesProposals ? proposals : nil,
            pager: Pager(next: proposals.next, of: request)
        ).page
    }

    private func version(_ request: WebRequest) async throws -> (PublishedProcess, ProcessDefinition) {
        let id = try request.parameter("process")
        guard let number = Int(try request.parameter("version")) else { throw Self.missing }
        let key = ProcessKey(id: id, version: number)
        let versions = try await database.read { try PublishedProcess.versions(of: id, in: $0) }
        guard let version = versions.first(where: { $0.key == key }),
            let definition = processes.definition(key)
        else { throw Self.missing }
        return (version, definition)
    }

    private func retire(_ version: PublishedProcess, by actor: Actor, at now: Instant) async throws {
        try await database.write { tx in
            try ProcessLibrary.retire(version.key, at: now, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "process.retired", subject: "process/\(version.key.id)",
                    sentence: "\(actor.name)停用流程「\(version.name)」第 \(version.key.version) 版。"),
                in: tx)
        }
        try await processes.reload(from: database)
    }

    private static let missing = DomainError.notFound("没有这个流程，或者没有它的这个版本。")
}

extension OfficerContext {
    /// Drafts are for those who draw them and those who approve them.
    var seesProposals: Bool { !roles.isDisjoint(with: [.sysadmin, .secadmin]) }
}

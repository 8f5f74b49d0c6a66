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
    let published: PublishedProcesses
    let services: ServiceLibrary
    let database: Database

    private var processes: ProcessLibrary { published.processes }

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
            .get(ProcessDeskPath.comparison(of: "{process}"), .staff, "比较流程的版本") { request, _ in
                .page(try await comparison(request))
            },
            .get(ProcessDeskPath.version("{version}", of: "{process}"), .staff, "流程的一个版本") {
                request, officer in
                let (version, definition) = try await published.version(request)
                return .page(
                    VersionPage(
                        version: version, definition: definition,
                        mayRetire: officer.may(.editProcesses), token: request.csrf
                    ).page)
            },
            .get(ProcessDeskPath.file("{version}", of: "{process}"), .staff, "下载流程文件") { request, _ in
                let (version, _) = try await published.version(request)
                return .file(
                    Array(version.xml.utf8), name: "\(version.key.id)-\(version.key.version).bpmn",
                    contentType: "application/xml; charset=utf-8")
            },
            .get(ProcessDeskPath.tryOut("{version}", of: "{process}"), .staff, "试运行流程") { request, _ in
                let (version, definition) = try await published.version(request)
                let number = String(version.key.version)
                return .page(
                    TryOutPage(
                        state: try await published.tryOut(request, of: definition),
                        process: Link(
                            "\(version.name) 第 \(number) 版",
                            ProcessDeskPath.version(number, of: version.key.id)),
                        address: ProcessDeskPath.tryOut(number, of: version.key.id)
                    ).page)
            },
            .post(
                ProcessDeskPath.retirement(of: "{version}", of: "{process}"), .may(.editProcesses),
                journal: "process.retired", "停用流程的一个版本"
            ) { request, officer in
                let (version, _) = try await published.version(request)
                try await retire(version, by: officer.actor(request), at: request.now)
                return .redirect(to: ProcessDeskPath.process(version.key.id))
            },
        ]
    }

    private func process(_ request: WebRequest, _ officer: OfficerContext) async throws -> Page {
        let (versions, after) = (try await published.versions(request), request.query("after"))
        let id = try request.parameter("process")
        let proposals = try await database.read { try ProposalStore.proposals(of: id, after: after, in: $0) }
        return ProcessPage(
            versions: versions, proposals: officer.seesProposals ? proposals : nil,
            pager: Pager(next: proposals.next, of: request)
        ).page
    }

    private func comparison(_ request: WebRequest) async throws -> Page {
        let versions = try await published.versions(request)
        return ComparisonPage(pair: try VersionPair(of: versions) { request.query($0) }).page
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
}

extension OfficerContext {
    /// Drafts are for those who draw them and those who approve them.
    var seesProposals: Bool { !roles.isDisjoint(with: [.sysadmin, .secadmin]) }
}

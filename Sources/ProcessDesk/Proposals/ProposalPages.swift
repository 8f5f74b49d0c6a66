import BusinessProcess
import Cases
import Foundation
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// A process on its way from a file to publication: uploaded, checked, approved by a second person.
struct ProposalPages: Sendable {
    let proposals: Proposals
    let published: PublishedProcesses

    var routes: [Route] {
        [
            .get(ProcessDeskPath.upload, .may(.editProcesses), "上传流程") { request, _ in
                .page(UploadPage(token: request.csrf).page)
            },
            .post(ProcessDeskPath.upload, .may(.editProcesses), journal: "process.uploaded", "上传流程") {
                try await upload($0, $1)
            },
            .get(ProcessDeskPath.proposal("{id}"), .may(.reviewProcesses), "流程草稿") {
                .page(try await page($0, $1))
            },
            .get(ProcessDeskPath.proposalFile("{id}"), .may(.reviewProcesses), "下载流程文件") { request, _ in
                let (proposal, check) = try await proposals.find(id(request), at: request.now)
                return .file(
                    Array(check.file.xml.utf8), name: "\(proposal.process).bpmn",
                    contentType: "application/xml; charset=utf-8")
            },
            .get(ProcessDeskPath.proposalTryOut("{id}"), .may(.reviewProcesses), "试运行流程草稿") {
                request, _ in
                let (proposal, check) = try await proposals.find(id(request), at: request.now)
                guard let definition = check.file.definition else {
                    throw DomainError.conflict("这份流程还不能执行，改好问题后才能试运行。")
                }
                let id = String(proposal.id)
                return .page(
                    TryOutPage(
                        state: try await published.tryOut(request, of: definition),
                        process: Link(proposal.name, ProcessDeskPath.proposal(id)),
                        address: ProcessDeskPath.proposalTryOut(id)
                    ).page)
            },
        ] + ProposalAct.allCases.map(route)
    }

    private func route(_ act: ProposalAct) -> Route {
        .post(
            ProcessDeskPath.proposal("{id}", act), .may(act.power), journal: act.journal, act.title
        ) { request, officer in
            let (id, form) = (try id(request), try await request.form())
            let entry = ProposalAct.Entry(
                reason: form["reason"] ?? "", seen: form["seen"].flatMap { Int($0) } ?? 0)
            let (actor, now) = (officer.actor(request), request.now)
            do {
                try await proposals.change(id, act.journal, by: actor, at: now) {
                    try act.perform(on: &$0, $1, entry, by: actor, at: now, in: $2)
                }
            } catch DomainError.invalid(let errors) {
                return .page(try await page(request, officer, entry, errors), status: .unprocessableContent)
            }
            // The library of this node hears of it like any other; whoever looks next is to see it already.
            if act == .approval { try await proposals.processes.reload(from: proposals.database) }
            return .redirect(to: ProcessDeskPath.proposal(String(id)))
        }
    }

    private func page(
        _ request: WebRequest, _ officer: OfficerContext, _ entry: ProposalAct.Entry = .init(),
        _ errors: [FieldError] = []
    ) async throws -> Page {
        let (proposal, check) = try await proposals.find(id(request), at: request.now)
        let current = proposals.processes.file(of: proposal.process)
        return ProposalPage(
            proposal: proposal, check: check, current: current, officer: officer,
            reason: entry.reason, errors: errors, token: request.csrf
        ).page
    }

    private func upload(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        var form = UploadForm()
        do {
            try await form.read(request)
            let id = try await proposals.upload(
                Data(form.file.utf8), note: form.note, by: officer.actor(request), at: request.now)
            return .redirect(to: ProcessDeskPath.proposal(String(id)))
        } catch DomainError.invalid(let errors) {
            let page = UploadPage(note: form.note, errors: errors, token: request.csrf).page
            return .page(page, status: .unprocessableContent)
        }
    }

    private func id(_ request: WebRequest) throws -> Int64 {
        guard let id = Int64(try request.parameter("id")) else {
            throw DomainError.notFound("没有这份流程，可能链接不完整。")
        }
        return id
    }
}

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

    var routes: [Route] {
        [
            .get(ProcessDeskPath.upload, .role(.sysadmin), "上传流程") { request, _ in
                .page(UploadPage(token: request.csrf).page)
            },
            .post(ProcessDeskPath.upload, .role(.sysadmin), journal: "process.uploaded", "上传流程") {
                try await upload($0, $1)
            },
            .get(ProcessDeskPath.proposal("{id}"), .role(.sysadmin, .secadmin), "流程草稿") {
                .page(try await page($0, $1))
            },
            .get(ProcessDeskPath.proposalFile("{id}"), .role(.sysadmin, .secadmin), "下载流程文件") { request, _ in
                let (proposal, check) = try await proposals.find(id(request), at: request.now)
                return .file(
                    Array(check.file.xml.utf8), name: "\(proposal.process).bpmn",
                    contentType: "application/xml; charset=utf-8")
            },
            .get(ProcessDeskPath.proposalTryOut("{id}"), .role(.sysadmin, .secadmin), "试运行流程草稿") {
                request, _ in
                let (proposal, check) = try await proposals.find(id(request), at: request.now)
                guard let definition = check.file.definition else {
                    throw DomainError.conflict("这份流程还不能执行，改好问题后才能试运行。")
                }
                let id = String(proposal.id)
                return .page(
                    TryOutPage(
                        state: TryOutState(request, of: definition),
                        process: Link(proposal.name, ProcessDeskPath.proposal(id)),
                        address: ProcessDeskPath.proposalTryOut(id)
                    ).page)
            },
        ] + ProposalAct.allCases.map(route)
    }

    private func route(_ act: ProposalAct) -> Route {
        .post(
            ProcessDeskPath.proposal("{id}", act), .role(act.role), journal: act.journal, act.title
        ) { request, officer in
            let (id, reason) = (try id(request), try await request.form()["reason"] ?? "")
            let (actor, now) = (officer.actor(request), request.now)
            do {
                try await proposals.change(id, act.journal, by: actor, at: now) {
                    try act.perform(on: &$0, $1, reason: reason, by: actor, at: now, in: $2)
                }
            } catch DomainError.invalid(let errors) {
                return .page(try await page(request, officer, errors), status: .unprocessableContent)
            }
            // The library of this node hears of it like any other; whoever looks next is to see it already.
            if act == .approval { try await proposals.processes.reload(from: proposals.database) }
            return .redirect(to: ProcessDeskPath.proposal(String(id)))
        }
    }

    private func page(_ request: WebRequest, _ officer: OfficerContext, _ errors: [FieldError] = [])
        async throws -> Page
    {
        let (proposal, check) = try await proposals.find(id(request), at: request.now)
        let current = proposals.processes.file(of: proposal.process)
        return ProposalPage(
            proposal: proposal, check: check, current: current, officer: officer, errors: errors,
            token: request.csrf
        ).page
    }

    private func upload(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        do {
            let (file, note) = try await received(request)
            let id = try await proposals.upload(
                Data(file.utf8), note: note, by: officer.actor(request), at: request.now)
            return .redirect(to: ProcessDeskPath.proposal(String(id)))
        } catch DomainError.invalid(let errors) {
            let page = UploadPage(errors: errors, token: request.csrf).page
            return .page(page, status: .unprocessableContent)
        } catch DomainError.tooLarge(let sentence) {
            let page = UploadPage(errors: [FieldError("file", sentence)], token: request.csrf).page
            return .page(page, status: .contentTooLarge)
        }
    }

    private func received(_ request: WebRequest) async throws -> (file: String, note: String) {
        var (file, note) = ("", "")
        let form = try await request.multipart(limitBytes: Proposals.limitBytes + 64 << 10)
        while let part = try await form.nextPart() {
            switch part.name {
            case "file": file = try await part.text(limitBytes: Proposals.limitBytes)
            case "note": note = try await part.text()
            default: continue
            }
        }
        guard !file.isEmpty else { throw DomainError.invalid("file", "请选择流程文件（.bpmn）。") }
        guard note.count <= 500 else { throw DomainError.invalid("note", "修改说明不超过 500 字。") }
        return (file, note)
    }

    private func id(_ request: WebRequest) throws -> Int64 {
        guard let id = Int64(try request.parameter("id")) else {
            throw DomainError.notFound("没有这份流程，可能链接不完整。")
        }
        return id
    }
}

import Foundation
import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// Where an inquiry is proposed: first what it comes from, then about whom.
struct ProposalPages: Sendable {
    let desk: InquiryDesk

    var routes: [Route] {
        [
            .get(AccountabilityPath.new, .may(.handleInquiries), "提出问责") { request, _ in
                try await .page(first(request))
            },
            .post(
                AccountabilityPath.new, .may(.handleInquiries), journal: "accountability.proposed", "提出问责"
            ) { request, officer in
                let form = try await request.form()
                do {
                    let id = try await desk.propose(
                        Self.proposal(form), InquiryFilter(officer), officer.actor(request), at: request.now)
                    return .redirect(to: AccountabilityPath.inquiry(String(id)))
                } catch DomainError.invalid(let errors) {
                    let page = try await page(form, errors, request)
                    return .page(page, status: .unprocessableContent)
                }
            },
        ]
    }

    private func first(_ request: WebRequest) async throws -> Page {
        let form = FormData(
            ["source", "reference", "organ"].compactMap { name in
                request.query(name).map { (name: name, value: $0) }
            })
        // Whoever pressed on without saying from what is told so, at the field.
        let isPressed = request.query(ProposalPage.pressed) != nil
        return try await page(form, isPressed ? Self.proposal(form).missingGround : [], request)
    }

    /// With a ground the members of its organ are there to choose from; without one it is asked for.
    private func page(_ form: FormData, _ errors: [FieldError], _ request: WebRequest) async throws -> Page {
        let organs = try await desk.directory.organs().filter(\.isLiving)
        let proposal = Self.proposal(form)
        var page = ProposalPage(
            organs: organs.map { .init($0.key, $0.name) }, entered: form, errors: errors, token: request.csrf)
        guard let source = proposal.source, !proposal.reference.isEmpty else { return page.page }
        do {
            (page.ground, page.members) = try await desk.database.read { tx in
                let ground = try desk.grounds.ground(source, proposal.reference, at: request.now, in: tx)
                let organ = ground.organ ?? proposal.organ
                let members = try Accounts.members(of: organ, on: request.now.day, in: tx)
                guard !members.isEmpty else { throw DomainError.invalid("organ", Self.nobody(organ)) }
                return (
                    ground,
                    members.prefix(300).map { member in
                        .init(
                            String(member.id),
                            "\(member.name)（\(member.roles.map(\.chinese).sorted().joined(separator: "、"))）")
                    }
                )
            }
        } catch DomainError.invalid(let found) {
            page.errors += found.filter { page.errors[$0.field] == nil }
        }
        return page.page
    }

    /// Why there is nobody to choose.
    private static func nobody(_ organ: String) -> Sentence {
        organ.isEmpty ? "这个来源没有写明部门，请选择当事人的部门。" : "这个部门没有可以选择的人员，请核对部门。"
    }

    /// What stands last in an address that was pasted, or the number as it was typed.
    private static func reference(_ typed: String) -> String {
        let path = typed.prefix { $0 != "?" && $0 != "#" }
        return path.split(separator: "/").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
    }

    private static func proposal(_ form: FormData) -> Proposal {
        Proposal(
            source: form["source"].flatMap(Inquiry.Source.init(rawValue:)),
            reference: reference(form["reference"] ?? ""),
            organ: form["organ"] ?? "", person: form["person"].flatMap(Int64.init), facts: form["facts"] ?? ""
        )
    }
}

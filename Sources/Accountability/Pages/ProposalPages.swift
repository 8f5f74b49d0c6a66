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
        return try await page(form, [], request)
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

/// The form of a proposal, in two steps.
struct ProposalPage {
    let organs: [Field.Option]
    let entered: FormData
    var errors: [FieldError]
    let token: CSRFToken
    var ground: InquiryGround?
    var members: [Field.Option] = []

    var page: Page {
        Page(
            "提出问责",
            crumbs: [Link("工作台", "/desk"), Link("行政问责", AccountabilityPath.inquiries), Link("提出问责", nil)],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>提出问责</h1>
                \(ground.flatMap { members.isEmpty ? nil : second($0) } ?? first)
                """)
    }

    /// Which ground: asked by address, so that it can be linked to.
    private var first: HTML {
        """
        <p class="lead">从已经成立的红牌、超期或者销号的督办事项、群众投诉提出。提出的人不能核实，核实的人不能决定。</p>
        <form class="form" action="\(AccountabilityPath.new)">
        \(HTML.joined([
            field("source", "来源", .choice, options: Inquiry.Source.allCases.map { .init($0.rawValue, $0.chinese) }),
            field("reference", "来源的页面地址或者编号", .text, hint: "监察信号、督办事项：粘贴它的页面地址；投诉：填办件编号。"),
            field("organ", "当事人的部门", .choice, hint: "从投诉提出时要选。", isRequired: false, options: [.init("", "不选")] + organs),
        ].map(\.html)))
        <div class="actions"><button class="button">继续</button></div>
        </form>
        """
    }

    private func second(_ ground: InquiryGround) -> HTML {
        let hidden = ["source", "reference", "organ"].map { name -> HTML in
            "<input type=\"hidden\" name=\"\(name)\" value=\"\(entered[name] ?? "")\">"
        }
        return """
            \(SummaryList([.init("来源", "\(ground.title)")] + ground.facts.map { .init($0.name, "\($0.words)") }).html)
            \(Form(
                action: AccountabilityPath.new, token: token,
                fields: [
                    field("person", "当事人", .choice, options: members),
                    field("facts", "当事人做了什么", .longText, hint: "当事人会看到这段话。不要写是谁投诉的。"),
                ], also: HTML.joined(hidden), submit: "提出问责").html)
            """
    }

    private func field(
        _ name: String, _ label: String, _ kind: Field.Kind, hint: String? = nil, isRequired: Bool = true,
        options: [Field.Option] = []
    ) -> Field {
        Field(
            name, label, kind, hint: hint, isRequired: isRequired, value: entered[name] ?? "",
            options: options,
            error: errors[name])
    }
}

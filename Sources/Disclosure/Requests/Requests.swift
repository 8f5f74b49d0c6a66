import Cases
import Codes
import DecisionModel
import Files
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// Requests for information: pages and programs file, consult and answer through here.
struct Requests: Sendable {
    let cases: Cases
    let directory: Directory
    let files: FileStore
    let database: Database
    let book: RuleBook

    /// The rules in force.
    func rules() async throws -> DisclosureRules { try await database.read { try book.current(in: $0) } }

    /// The organs that can be asked.
    func organs() async throws -> [Organ] { try await directory.organs().filter(\.isLiving) }

    /// Files a request; the same key gives the same request.
    ///
    /// - Parameters:
    ///   - submission: how it came in.
    ///   - day: the day of handing in, signing or confirming, where the way of submission knows one.
    /// - Throws: `invalid` naming every field that is wrong.
    func file(
        _ form: RequestForm, of applicant: Applicant, by submission: Submission, on day: CivilDate? = nil,
        channel: String, actor: Actor, once: Idempotency.Request? = nil
    ) async throws -> Matter {
        let (rules, organs) = (try await rules(), try await organs())
        var errors = form.errors(organs: Set(organs.map(\.key)), rules: rules)
        var receivedAt: Instant?
        do { receivedAt = try submission.receivedAt(day, now: cases.now) } catch DomainError.invalid(let more)
        {
            errors += more
        }
        guard errors.isEmpty, let organ = organs.first(where: { $0.key == form.organ }) else {
            throw DomainError.invalid(errors)
        }
        guard let hall = organs.first(where: { $0.kind == .hall }) else {
            throw DomainError.conflict("现在没有设立政务服务大厅，不能提交申请。")
        }
        var values = form.values
        values["submission"] = .string(submission.rawValue)
        let filing = Filing(
            plan: RequestPlan.plan(to: organ, hall: hall, rules: rules), applicant: applicant,
            channel: channel, form: values, materials: [], receivedAt: receivedAt)
        return try await cases.file(filing, by: actor, once: once)
    }

    /// A request the viewer may see, with everything its page shows.
    ///
    /// - Throws: `notFound` for other cases alike.
    func view(_ number: String, for viewer: Viewer) async throws -> CaseView {
        let view = try await cases.view(number, for: viewer)
        guard view.subject.isDisclosureRequest else {
            throw DomainError.notFound("没有找到这件申请，或者您无权查看。")
        }
        return view
    }

    /// Drafts the answer and sends it to be signed.
    ///
    /// - Throws: `invalid` naming every field that is wrong, `conflict` while others are still being consulted.
    func draft(_ form: AnswerForm, for number: String, by actor: Actor, as viewer: Viewer) async throws {
        let subject = try await view(number, for: viewer).subject
        let rules = try await rules()
        let errors = form.errors(for: subject, rules: rules)
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        guard let organ = try await directory.organ(subject.plan.organ) else {
            throw DomainError.notFound("没有找到承办机关。")
        }
        try await requireNobodyAsked(subject)
        let year = cases.now.day.year
        // A draft that was sent back keeps its number.
        let serial: String
        if let kept = subject.draft?.number {
            serial = kept
        } else {
            serial = try await database.write { try SerialStore.take(for: organ, year: year, in: $0) }
        }
        try await cases.change(number, by: actor, as: viewer) { matter, occasion in
            let subject = matter.root
            try matter.draft(
                form.draft(for: subject, number: serial, rules: rules), for: number, on: occasion)
        }
    }

    private func requireNobodyAsked(_ subject: Case) async throws {
        let open = try await database.read { try ConsultationStore.all(of: subject.id, in: $0) }
            .first { $0.reply == nil }
        guard let open else { return }
        throw DomainError.conflict("正在征求「\(open.party)」的意见，登记结果以后才能答复。")
    }
}

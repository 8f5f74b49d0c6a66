import Codes
import Government
import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// A clerk's window: sit down, call, serve, hand on.
struct WindowPages: Sendable {
    let work: WindowWork

    var routes: [Route] {
        [
            .get(HallPath.window("{id}"), .may(.serveInHall), "窗口叫号") { request, officer in
                try await show(request, officer)
            },
            post("shift", "window.opened", "开始值守") { id, actor, now, _ in
                try await work.open(id, by: actor, at: now)
                return nil
            },
            post("shift-end", "window.closed", "结束值守") { id, actor, now, _ in
                try await work.close(id, by: actor, at: now)
                return nil
            },
            post("calls", "ticket.called", "叫下一位") { id, actor, now, _ in
                try await work.callNext(at: id, by: actor, at: now) == nil ? "nobody" : nil
            },
            act("recalls", .recall, "重呼"), act("absences", .miss, "记过号"),
            act("service", .start, "开始办理"), act("completion", .finish, "办结"),
            post("transfers", "ticket.handed_on", "转到别的窗口") { id, actor, now, form in
                guard let target = form["window"].flatMap({ Int64($0) }) else {
                    throw DomainError.conflict("请选择要转到的窗口。")
                }
                try await work.act(.handOn(target), at: id, by: actor, at: now)
                return "handed-on"
            },
            .post(
                HallPath.window("{id}", "applicant"), .may(.fileAtCounter), journal: Journal.lookUpAction,
                "到窗口代办"
            ) { request, officer in try await applicant(request, officer) },
        ]
    }

    private func act(_ part: String, _ action: WindowAction, _ title: String) -> Route {
        post(part, action.journal, title) { id, actor, now, _ in
            try await work.act(action, at: id, by: actor, at: now)
            return action == .finish ? "finished" : nil
        }
    }

    /// A change; what it answers is said on the page, and a refusal too.
    private func post(
        _ part: String, _ journal: String, _ title: String,
        _ change: @escaping @Sendable (Int64, Actor, Instant, FormData) async throws -> String?
    ) -> Route {
        .post(HallPath.window("{id}", part), .may(.serveInHall), journal: journal, title) {
            request, officer in
            let (id, form) = (try request.number("id"), try await request.form())
            do {
                let said = try await change(id, officer.actor(request), request.now, form)
                return .redirect(to: HallPath.window(String(id)) + (said.map { "?done=\($0)" } ?? ""))
            } catch DomainError.conflict(let refusal) {
                return try await show(request, officer, refusal: refusal)
            }
        }
    }

    private func show(_ request: WebRequest, _ officer: OfficerContext, refusal: Sentence? = nil) async throws
        -> WebResponse
    {
        let (id, now) = (try request.number("id"), request.now)
        let page = try await work.database.read { tx -> WindowPage in
            let window = try HallStore.window(id, in: tx)
            let scene = try HallScene(window.hallID, at: now, in: tx)
            return WindowPage(
                window: window, scene: scene, current: try TicketStore.current(at: id, in: tx),
                refusal: refusal, done: request.query("done"), mayFile: officer.may(.fileAtCounter),
                me: officer.account.id, token: request.csrf)
        }
        return .page(page.page, status: refusal == nil ? .ok : .conflict)
    }

    /// The person of the ticket goes on to the counter. The look-up is in the journal before the number leaves the house
    /// (个人信息保护法 art. 51), and it travels in a form, never in an address.
    private func applicant(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, now, actor) = (try request.number("id"), request.now, officer.actor(request))
        let person = try await work.database.write { tx -> Person in
            try HallStore.window(id, in: tx).requireHeld(by: actor.accountID)
            guard let ticket = try TicketStore.current(at: id, in: tx), ticket.state == .serving,
                let personID = ticket.personID, let person = try Directory.person(personID, in: tx)
            else { throw DomainError.conflict("这个号没有登记身份，请在窗口代办页面录入证件号码。") }
            let masked = person.identityNumber.masked
            _ = try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: Journal.lookUpAction,
                    subject: Journal.readings(ofPerson: personID),
                    sentence: "\(actor.name)在窗口查询了\(masked)的登记信息。",
                    detail: [
                        "code": masked, "code_digest": try Journal.digest(of: person.identityNumber.text),
                        "ticket": ticket.label,
                    ]), in: tx)
            return person
        }
        return .page(HandoverToCounter(person: person, window: id, token: request.csrf).page)
    }
}

import Codes
import Government
import HTTPTypes
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// The machine in the hall on which tickets are taken. Only machines that the installation knows by their address show
/// it, so that nobody fills the queue from home.
struct KioskPages: Sendable {
    let tickets: Tickets
    /// What the known machines are called, by their address.
    let kiosks: [String: String]

    var routes: [Route] {
        [
            .get(HallPath.kiosk("{id}"), .anyone, "取号") { request, _ in
                try await show(request)
            },
            .post(HallPath.tickets("{id}"), .anyone, journal: "ticket.taken", "取号") { request, _ in
                try await take(request)
            },
        ]
    }

    private func name(_ request: WebRequest) throws -> String {
        guard let name = kiosks[request.address] else { throw DomainError.notFound("这里不是登记过的自助终端。") }
        return name
    }

    private func show(_ request: WebRequest, errors: [FieldError] = [], entered: FormData? = nil) async throws
        -> WebResponse
    {
        _ = try name(request)
        let (id, now) = (try request.number("id"), request.now)
        let scene = try await tickets.database.read { try HallScene(id, at: now, in: $0) }
        let group = (entered?["group"] ?? request.query("group")).flatMap { Int64($0) }
        let page = KioskPage(
            scene: scene, group: scene.groups.first { $0.id == group },
            asksCode: request.query("appointment") != nil || entered?["code"] != nil,
            turn: Int(request.query("page") ?? "") ?? 0, errors: errors, entered: entered, token: request.csrf
        )
        return .page(page.page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func take(_ request: WebRequest) async throws -> WebResponse {
        let kiosk = try name(request)
        let (id, form) = (try request.number("id"), try await request.form())
        let visitor = Actor(accountID: 0, name: "访客（\(kiosk)）", channel: "page", address: request.address)
        do {
            let ticket = try await take(form, in: id, by: visitor, at: request.now)
            return .redirect(to: "\(HallPath.ticket(ticket.code))?kiosk=\(id)")
        } catch DomainError.invalid(let errors) {
            return try await show(request, errors: errors, entered: form)
        } catch DomainError.conflict(let sentence) {
            return try await show(request, errors: [FieldError("group", sentence)], entered: form)
        } catch DomainError.notFound(let sentence) where form["code"] != nil {
            return try await show(request, errors: [FieldError("code", sentence)], entered: form)
        }
    }

    private func take(_ form: FormData, in hall: Int64, by visitor: Actor, at now: Instant) async throws
        -> Ticket
    {
        if let code = form["code"] {
            guard !code.isEmpty else { throw DomainError.invalid("code", "请输入预约码。") }
            return try await tickets.take(code: code, in: hall, by: visitor, at: now)
        }
        guard let group = form["group"].flatMap({ Int64($0) }) else {
            throw DomainError.invalid("group", "请选择要办的业务。")
        }
        let wish = Tickets.Wish(
            hallID: hall, groupID: group, identityNumber: try Self.number(form),
            isDisabled: form["disabled"] == "yes")
        return try await tickets.take(wish, by: visitor, at: now)
    }

    /// - Throws: `invalid` when something was typed that is no identity number.
    static func number(_ form: FormData) throws -> IdentityNumber? {
        guard let text = form["identity"], !text.isEmpty else { return nil }
        guard let number = try? IdentityNumber(text) else {
            throw DomainError.invalid("identity", "身份证号码不对，请核对 18 位号码；没有带身份证可以不填。")
        }
        return number
    }
}

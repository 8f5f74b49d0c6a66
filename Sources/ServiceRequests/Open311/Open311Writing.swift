import Cases
import Codes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What a program says.
extension Open311Routes {
    /// Each key may say so much.
    private static let pace = RateLimit(burst: 60, perMinute: 60)

    @Sendable func file(_ request: WebRequest, _ format: Open311Format) async throws -> WebResponse {
        let sent = try await request.form()
        let (key, actor) = try await program(sent, request)
        let description = try sent.required("description", "请写明是什么事。")
        var form = RequestForm()
        form.category = sent["service_code"] ?? ""
        form.kind = "complaint"
        form.content = description + Self.picture(sent)
        form.title = String(description.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(40))
        form.place = sent["address_string"] ?? ""
        form.division = sent["address_id"] ?? ""
        if let long = sent["long"], let lat = sent["lat"], !long.isEmpty { form.point = "\(long),\(lat)" }
        let matter = try await office.file(
            form, of: try Self.author(sent), channel: "api", actor: actor, origin: "Open311：\(key.name)",
            once: Self.once(request, sent, by: key))
        let record = Open311Record([
            ("service_request_id", .text(matter.root.number.text)),
            ("service_notice", .text("查询码 \(matter.root.queryCode)")), ("account_id", nil),
        ])
        return try format.list("service_requests", of: "request", [record])
    }

    @Sendable func add(_ request: WebRequest, _ format: Open311Format) async throws -> WebResponse {
        let sent = try await request.form()
        let (key, actor) = try await program(sent, request)
        let number = try sent.required("service_request_id", "请写明是哪一件。")
        let said = try sent.required("description", "请写明补充什么。")
        guard said.count <= RequestForm.longestContent else {
            throw DomainError.invalid("description", "最多 \(RequestForm.longestContent) 字。")
        }
        let reference = try sent.required("update_id", "请写明这次补充的编号。")
        guard reference.count <= 100 else { throw DomainError.invalid("update_id", "最多 100 字。") }
        let now = request.now
        let id = try await office.database.write { tx in
            let row = try known(number, in: tx)
            guard row.endedAt == nil else { throw DomainError.conflict("这件已经办结，不能再补充。") }
            let id = try Open311Store.add(
                said, reference: reference, to: row.id, by: key.id, at: now, in: tx)
            guard let id else { throw DomainError.conflict("这次补充已经收到过。") }
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "service_request.updated", subject: number,
                    sentence: "\(actor.name)补充了诉求 \(number)。"),
                in: tx)
            return id
        }
        let record = Open311Record([("update_id", .text(String(id)))])
        return try format.list("service_request_updates", of: "request_update", [record])
    }

    /// Not in the standard, but a program whose answer was lost would else be told that it has said so before, and never the
    /// number. Accounts have positive ids, so that no key of a program meets one of theirs.
    private static func once(_ request: WebRequest, _ sent: FormData, by key: Open311Key) throws
        -> Idempotency.Request?
    {
        let content = Dictionary(sent.names.map { ($0, sent.all($0)) }, uniquingKeysWith: { $1 })
        return try request.once(by: -key.id, "POST \(root)/requests", content)
    }

    /// Who says it: the person the program names, or nobody. Many programs know an address for mail and no telephone.
    ///
    /// - Throws: `invalid` where a person is named in part: they would wait for an answer that never comes.
    private static func author(_ sent: FormData) throws -> Author {
        let name = [sent["last_name"], sent["first_name"]].compactMap(\.self).joined()
        let contact = [sent["phone"], sent["email"]].compactMap(\.self).first { !$0.isEmpty } ?? ""
        guard !name.isEmpty || !contact.isEmpty else { return .nobody }
        var errors: [FieldError] = []
        if !(2...40).contains(name.count) { errors.append(FieldError("first_name", "署名的请写明姓名，2 到 40 字。")) }
        if !(5...100).contains(contact.count) {
            errors.append(FieldError("phone", "署名的请写明电话或者电子邮箱，答复才能告诉反映人。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        return .caller(name: name, phone: contact)
    }

    /// The picture stays where the program keeps it: its address is said with the words.
    private static func picture(_ sent: FormData) -> String {
        guard let address = sent["media_url"], !address.isEmpty, address.count <= 500 else { return "" }
        return "\n图片：\(address)"
    }

    private func program(_ sent: FormData, _ request: WebRequest) async throws -> (Open311Key, Actor) {
        let text = sent["api_key"] ?? ""
        guard let key = try await office.database.read({ try Open311Store.key(text, in: $0) }) else {
            throw DomainError.forbidden("api_key 不对，或者已经停用。")
        }
        try Self.pace.admit("open311:\(key.id)", at: request.now)
        let actor = Actor(
            accountID: 0, name: "接入程序 \(key.name)", channel: request.channel.rawValue,
            address: request.address)
        return (key, actor)
    }
}

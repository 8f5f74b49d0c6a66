import Cases
import Government
import Refusals
import RuleBooks
import Storage
import Web
import WorkingTime

/// What a program reads.
extension Open311Routes {
    @Sendable func services(_ request: WebRequest, _ format: Open311Format) async throws -> WebResponse {
        let rules = try await office.rules()
        return try format.list("services", of: "service", rules.categories.map(Open311Record.init(service:)))
    }

    @Sendable func definition(_ request: WebRequest, _ format: Open311Format) async throws -> WebResponse {
        let code = try request.parameter("code")
        guard try await office.rules().category(code) != nil else { throw DomainError.notFound("没有这个服务代码。") }
        // The questions are the same for every service, so none is defined beside them.
        return try format.one("service_definition", Open311Record([("service_code", .text(code))]))
    }

    @Sendable func requests(_ request: WebRequest, _ format: Open311Format) async throws -> WebResponse {
        try await list(try Open311Query(request), format)
    }

    @Sendable func request(_ request: WebRequest, _ format: Open311Format) async throws -> WebResponse {
        var query = Open311Query(from: request.now, until: request.now)
        query.numbers = [try request.parameter("number")]
        return try await list(query, format, owesOne: true)
    }

    private func list(
        _ query: Open311Query, _ format: Open311Format, owesOne: Bool = false
    ) async throws -> WebResponse {
        let (rows, rules) = try await office.database.read { tx in
            let rules = try office.book.current(in: tx)
            return (try Open311Store.requests(query, unnamedIn: rules.unprotected, in: tx), rules)
        }
        if owesOne, rows.isEmpty { throw DomainError.notFound("没有这件公开的诉求。") }
        let organs = try await office.directory.organNames()
        return try format.list(
            "service_requests", of: "request",
            rows.map { Open311Record(request: $0, rules: rules, organs: organs) })
    }

    /// Numbers are given at once, so a token is its number.
    @Sendable func token(_ request: WebRequest, _ format: Open311Format) async throws -> WebResponse {
        let number = try request.parameter("number")
        _ = try await office.database.read { try known(number, in: $0) }
        let record = Open311Record([("service_request_id", .text(number)), ("token", .text(number))])
        return try format.list("service_requests", of: "request", [record])
    }

    /// One by its number, as it is found by it.
    ///
    /// - Throws: `notFound`.
    func known(_ number: String, in tx: Transaction) throws -> RequestRow {
        var query = Open311Query(from: office.cases.now, until: office.cases.now)
        query.numbers = [number]
        let rules = try office.book.current(in: tx)
        guard let row = try Open311Store.requests(query, unnamedIn: rules.unprotected, in: tx).first else {
            throw DomainError.notFound("没有找到这件诉求。")
        }
        return row
    }

    @Sendable func updates(_ request: WebRequest, _ format: Open311Format) async throws -> WebResponse {
        let query = try Open311Query(request)
        let rows = try await office.database.read {
            try Open311Store.ended(from: query.from, until: query.until, in: $0)
        }
        let records = rows.map { row in
            Open311Record([
                ("update_id", .text(String(row.id))), ("service_request_id", .text(row.number)),
                ("status", .text("CLOSED")),
                ("updated_datetime", .text((row.endedAt ?? row.filedAt).rfc3339)),
                ("description", .text(row.publicAnswer ?? row.silentEnd)), ("media_url", nil),
            ])
        }
        return try format.list("service_request_updates", of: "request_update", records)
    }

    @Sendable func discovery(_ request: WebRequest, _ format: Open311Format) async throws -> WebResponse {
        try format.one(
            "discovery",
            Open311Record([
                ("changeset", .text(Self.changeset)), ("contact", .text("12345")),
                ("key_service", .text("\(site)/opinions")),
                ("endpoints", .records(of: "endpoint", [endpoint])),
            ]))
    }

    /// When what is found here last changed.
    private static let changeset = "2026-11-29T00:00:00+08:00"

    private var endpoint: Open311Record {
        Open311Record([
            ("specification", .text("http://wiki.open311.org/GeoReport_v2")),
            ("url", .text("\(site)\(Self.root)")), ("changeset", .text(Self.changeset)),
            ("type", .text("production")),
            ("formats", .texts(of: "format", ["application/json", "text/xml"])),
        ])
    }
}

extension Open311Query {
    /// What a program asks for.
    ///
    /// - Throws: `invalid` for a time that is none, a span of more than ninety days, a word that is not of the standard.
    init(_ request: WebRequest) throws {
        let until = try Self.instant(request, "end_date") ?? request.now
        let from =
            try Self.instant(request, "start_date") ?? until.adding(seconds: -Self.longestDays * 86_400)
        guard until >= from, until - from <= Self.longestDays * 86_400 else {
            throw DomainError.invalid("start_date", "起止时间最多相隔 \(Self.longestDays) 天，先后不能颠倒。")
        }
        self.init(from: from, until: until)
        numbers = Self.list(request, "service_request_id")
        services = Self.list(request, "service_code")
        let states = Set(Self.list(request, "status").map { $0.lowercased() })
        guard states.isSubset(of: ["open", "closed"]) else {
            throw DomainError.invalid("status", "只有 open 和 closed。")
        }
        isClosed = states.count == 1 ? states.contains("closed") : nil
    }

    private static func instant(_ request: WebRequest, _ name: String) throws -> Instant? {
        guard let text = request.query(name), !text.isEmpty else { return nil }
        guard let instant = Instant(rfc3339: text) else {
            throw DomainError.invalid(name, "时间应写成 2026-11-29T08:00:00+08:00。")
        }
        return instant
    }

    private static func list(_ request: WebRequest, _ name: String) -> [String] {
        (request.query(name) ?? "").split(separator: ",").prefix(100)
            .map { $0.filter { !$0.isWhitespace } }
    }
}

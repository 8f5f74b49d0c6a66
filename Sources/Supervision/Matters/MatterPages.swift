import Government
import HTTPTypes
import Identity
import NIOCore
import Refusals
import Storage
import Web
import WorkingTime

/// Where files of records are handed in, and one record is looked at.
struct MatterPages: Sendable {
    let office: SupervisionOffice

    var routes: [Route] {
        let upload = SupervisionPath.kindAct("{kind}", "upload")
        return [
            .get(upload, .may(.feedMatters), "报送监察数据") { request, officer in
                .page(try await form(request, officer))
            },
            .post(upload, .may(.feedMatters), journal: "supervised_matter.received", "报送监察数据") {
                try await take($0, $1)
            },
            .get(SupervisionPath.matter("{id}"), .may(.readSignals, .answerSignals, .feedMatters), "一条报送记录") {
                request, officer in
                .page(try await show(request, officer))
            },
        ]
    }

    private func kind(_ request: WebRequest, _ officer: OfficerContext) async throws -> SupervisedKind {
        let key = try request.parameter("kind")
        let today = request.now.day
        let kind = try await office.database.read { try KindStore.kind(key, on: today, in: $0).kind }
        try SupervisionOffice.requireFeeding(officer, kind)
        return kind
    }

    private func form(
        _ request: WebRequest, _ officer: OfficerContext, _ report: DeliveryReport? = nil,
        _ errors: [FieldError] = []
    ) async throws -> Page {
        DeliveryPage(
            kind: try await kind(request, officer), report: report, errors: errors, token: request.csrf
        ).page
    }

    private func take(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        do {
            let bytes = try await Self.file(request)
            let report = try await office.deliver(try request.parameter("kind"), request, officer) { schema in
                try DeliveredFile.records(bytes, of: schema)
            }
            return .page(try await form(request, officer, report))
        } catch DomainError.invalid(let errors) {
            let named = errors.map { FieldError("file", $0.sentence) }
            return .page(try await form(request, officer, nil, named), status: .unprocessableContent)
        }
    }

    private static func file(_ request: WebRequest) async throws -> [UInt8] {
        let form = try await request.multipart(limitBytes: DeliveredFile.limitBytes + 10_000)
        var bytes: [UInt8] = []
        while let part = try await form.nextPart() {
            guard part.filename != nil else { continue }
            for try await piece in part.chunks {
                bytes += piece.readableBytesView
                guard bytes.count <= DeliveredFile.limitBytes else {
                    throw DomainError.invalid("file", "文件超过 \(DeliveredFile.limitBytes >> 20) MB，请分几次报送。")
                }
            }
        }
        guard !bytes.isEmpty else { throw DomainError.invalid("file", "请选择文件。") }
        return bytes
    }

    private func show(_ request: WebRequest, _ officer: OfficerContext) async throws -> Page {
        let id = try request.id(SupervisionOffice.noMatter)
        let (matter, kind, reports, signals, calendar) = try await office.database.read { tx in
            let (matter, kind) = try MatterStore.matter(id, on: request.now.day, in: tx) {
                SupervisionOffice.matters(officer, of: $0)
            }
            return (
                matter, kind, try MatterStore.versions(of: id, in: tx),
                try SignalStore.signals(ofCases: [id], in: tx)[id] ?? [], try Directory.calendar(in: tx)
            )
        }
        let organ =
            try await office.directory.organ(matter.particulars.organ)?.name ?? matter.particulars.organ
        return MatterPage(
            matter: matter, kind: kind, schema: try RecordSchema(kind.schema), organ: organ, reports: reports,
            signals: SupervisionOffice.concerning(officer).shows(matter) ? signals : nil, calendar: calendar,
            now: request.now
        ).page
    }
}

/// Where a file is handed in, and what became of the last one.
struct DeliveryPage {
    let kind: SupervisedKind
    let report: DeliveryReport?
    let errors: [FieldError]
    let token: CSRFToken

    var page: Page {
        let field = Field(
            "file", "数据文件", .file,
            hint: "CSV（第一行是字段名或者名称）或 JSON，一次最多 \(MatterIntake.mostRecords) 条。有问题的行不接收，别的行照常接收；同一文件再报一次没有影响。",
            error: errors["file"], accept: ".csv,.json")
        return Page(
            "报送\(kind.name)",
            crumbs: KindPage.crumbs + [Link(kind.name, SupervisionPath.kind(kind.key)), Link("报送", nil)],
            area: .desk,
            body: """
                \(ErrorSummary(errors).html)
                <h1>报送\(kind.name)</h1>
                \(result)
                <p><a href="\(SupervisionPath.kindAct(kind.key, "sample.csv"))">下载样例（CSV）</a>，照样例填写。身份证号码、电话等个人信息不报送。</p>
                \(Form(action: SupervisionPath.kindAct(kind.key, "upload"), token: token, fields: [field], submit: "报送").html)
                """)
    }

    private var result: HTML {
        guard let report else { return .empty }
        let isClean = report.count(.refused) == 0
        let rows = report.rows.sorted {
            ($0.outcome == .refused ? 0 : 1, $0.line) < ($1.outcome == .refused ? 0 : 1, $1.line)
        }
        return """
            \(Notice("报送结果", "<p>\(report.sentence)</p>", tone: isClean ? .done : .warning).html)
            \(Table("逐行结果", columns: [.init("行"), .init("编号"), .init("结果"), .init("说明")],
                rows: rows.map { ["第 \($0.line) 行", "\($0.key.isEmpty ? "—" : $0.key)", "\($0.outcome.chinese)", "\($0.reasons.isEmpty ? "—" : $0.reasons.joined())"] }).html)
            """
    }
}

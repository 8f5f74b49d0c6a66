import HTTPTypes
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// What proves the evidence of a signal: the entries of the journal it rests on, each with its proof out of the log.
struct SignalProofPages: Sendable {
    let office: SupervisionOffice
    private static let noProof: Sentence = "这条记录不属于这条信号，或者还没有排入签名的日志。"

    var routes: [Route] {
        [
            .get(SupervisionPath.proof("{id}"), .may(.readSignals, .answerSignals), "监察信号的日志证明") {
                request, officer in
                let (signal, proofs) = try await proofs(request, officer)
                return .page(SignalProofPage(signal: signal, proofs: proofs).page)
            },
            .get(
                SupervisionPath.proofFile("{id}", "{entry}"), .may(.readSignals, .answerSignals), "日志证明文件"
            ) { request, officer in
                let entry = try request.parameter("entry")
                let (_, proofs) = try await proofs(request, officer)
                guard let text = proofs.first(where: { $0.id == entry })?.proof.file else {
                    throw DomainError.notFound(Self.noProof)
                }
                return .file(
                    Array(text.utf8), name: "存证-\(entry).tlog-proof", contentType: "application/octet-stream"
                ).header("Cache-Control", "no-store")
            },
            .get(
                "\(SupervisionPath.api)/{id}/proofs", .may(.readSignals, .answerSignals), "监察信号的日志证明",
                api: SignalProofDocument.operation
            ) { request, officer in
                let (_, proofs) = try await proofs(request, officer)
                return try .json(ListDocument(proofs.map(SignalProofDocument.init))).header(
                    "Cache-Control", "no-store")
            },
        ]
    }

    private func proofs(_ request: WebRequest, _ officer: OfficerContext) async throws -> (
        Signal, [SignalProof]
    ) {
        let (id, filter) = (try request.id(SupervisionOffice.noSignal), SupervisionOffice.filter(officer))
        return try await office.database.read { tx in
            let signal = try SignalStore.signal(id, filter, in: tx)
            return (signal, try signal.proofs(in: tx))
        }
    }
}

/// The entries behind a signal.
struct SignalProofPage {
    let signal: Signal
    let proofs: [SignalProof]

    var page: Page {
        Page(
            "日志证明",
            crumbs: [
                Link("监察信号", SupervisionPath.signals),
                Link(signal.ruleName, SupervisionPath.signal(String(signal.id))), Link("日志证明", nil),
            ],
            width: .wide, area: .desk,
            body: """
                <h1>日志证明</h1>
                <p class="lead">这条信号依据的和引起的日志记录。证明文件说明记录在签名的日志里，没有被改过；里面没有记录的内容，\
                可以在<a href="/proofs">验证存证</a>页面核对。</p>
                \(proofs.isEmpty ? EmptyState("没有日志记录", "<p>这条信号没有留下日志记录。</p>").html : table)
                """)
    }

    private var table: HTML {
        Table(
            "日志记录", columns: [.init("时间"), .init("做了什么"), .init("在日志中"), .init("叶子散列"), .init("证明")],
            rows: proofs.map { one in
                [
                    "<time datetime=\"\(one.entry.at.rfc3339)\">\(one.entry.at.chinese)</time>",
                    "\(ActWords.name(one.entry.action))<br><span class=\"code\">\(one.id)</span>",
                    "\(badge(one.state))\(one.proof.entry.leafIndex.map { "<br>第 \(String($0 + 1)) 条" as HTML })",
                    "<span class=\"code\">\(one.proof.entry.leafHash)</span>", file(one),
                ]
            }
        ).html
    }

    private func badge(_ state: SignalProof.State) -> HTML {
        switch state {
        case .proven: StatusBadge(state.chinese, .done).html
        case .waiting, .placed: StatusBadge(state.chinese, .waiting).html
        case .missing, .altered: StatusBadge(state.chinese, .late).html
        }
    }

    private func file(_ one: SignalProof) -> HTML {
        guard one.proof.file != nil else { return "—" }
        let address = SupervisionPath.proofFile(String(signal.id), one.id)
        return "<a href=\"\(address)\" download>证明文件</a>"
    }
}

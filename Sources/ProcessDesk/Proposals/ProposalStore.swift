import Storage
import WorkingTime

/// The SQL of proposals.
enum ProposalStore {
    /// How many proposals stand on a page.
    private static let pageSize = 20

    /// The proposals of one process, the newest first.
    static func proposals(of process: String, after: String? = nil, in tx: Transaction) throws
        -> Slice<ProcessProposal>
    {
        let last = try after.map { try Cursor($0).id } ?? .max
        let rows = try tx.rows(
            """
            SELECT \(columns) FROM process_proposal WHERE process = \(process) AND id < \(last)
            ORDER BY id DESC LIMIT \(pageSize + 1)
            """
        ).map(ProcessProposal.init)
        return Slice(fetched: rows, size: pageSize) { Cursor(key: "", id: $0.id) }
    }

    /// What is being worked on or waits for approval, the newest first.
    static func open(in tx: Transaction) throws -> [ProcessProposal] {
        try [ProcessProposal.State.validated, .draft].flatMap { state in
            try tx.rows(
                """
                SELECT \(columns) FROM process_proposal WHERE state = \(state)
                ORDER BY id DESC LIMIT \(pageSize)
                """
            ).map(ProcessProposal.init)
        }
    }

    /// One proposal with its file.
    static func find(_ id: Int64, in tx: Transaction) throws -> (proposal: ProcessProposal, xml: String)? {
        try tx.row("SELECT \(columns), xml FROM process_proposal WHERE id = \(id)").map {
            (try ProcessProposal($0), try $0.text("xml"))
        }
    }

    static func insert(_ proposal: ProcessProposal, xml: String, in tx: Transaction) throws {
        let upload = proposal.upload
        try tx.execute(
            """
            INSERT INTO process_proposal
                (id, process, name, xml, note, state, uploaded_by, uploader, uploaded_at)
            VALUES (\(proposal.id), \(proposal.process), \(proposal.name), \(xml), \(proposal.note),
                \(proposal.state), \(upload.accountID), \(upload.name), \(upload.at))
            """)
    }

    static func update(_ proposal: ProcessProposal, in tx: Transaction) throws {
        let decision = proposal.decision
        try tx.execute(
            """
            UPDATE process_proposal
            SET state = \(proposal.state), decided_by = \(decision?.accountID), decider = \(decision?.name),
                decided_at = \(decision?.at), remark = \(proposal.remark), version = \(proposal.version)
            WHERE id = \(proposal.id)
            """)
    }

    private static let columns: SQL = """
        id, process, name, note, state, uploaded_by, uploader, uploaded_at, decided_by, decider, decided_at,
        remark, version
        """
}

extension ProcessProposal {
    fileprivate init(_ row: Row) throws {
        var decision: Signature?
        if let account = try row.optionalID("decided_by") {
            decision = Signature(
                accountID: account, name: try row.text("decider"), at: try row.instant("decided_at"))
        }
        self.init(
            id: try row.id("id"), process: try row.text("process"), name: try row.text("name"),
            note: try row.text("note"),
            upload: Signature(
                accountID: try row.id("uploaded_by"), name: try row.text("uploader"),
                at: try row.instant("uploaded_at")),
            state: try row.value("state"), decision: decision, remark: try row.optionalText("remark"),
            version: try row.optionalInt("version"))
    }
}

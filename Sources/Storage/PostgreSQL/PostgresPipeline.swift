internal import CLibPQ

/// A statement on its way to the server.
struct PostgresCommand {
    let statement: PreparedStatement
    /// Whether it is prepared on this very journey.
    let isNew: Bool
}

/// Statements that go to the server together and come back together (libpq, "Pipeline Mode"): a journey costs both
/// sides more than most of our statements do.
extension PostgresConnection {
    /// Runs statements one after another, each prepared the first time. After one that fails none is run.
    func perform(_ batch: [SQL]) throws(StorageError) -> [PostgresAnswer] {
        let commands = try send(batch)
        return try answers(to: commands)
    }

    func perform(_ sql: SQL) throws(StorageError) -> PostgresAnswer {
        guard let answer = try perform([sql]).last else { throw .other("no answer") }
        return answer
    }

    /// Sends statements and does not wait: for the end of a transaction that changed nothing.
    func post(_ batch: [SQL]) throws(StorageError) {
        unread = try send(batch)
    }

    /// Does what was prepared: what goes on one journey without a BEGIN is one transaction, which ends with the journey.
    func perform(_ prepared: PreparedWrite) throws(StorageError) {
        let announcements = prepared.announced.map { PostgresWatch.announcement(of: $0) }
        let batch = prepared.steps.map { $0.isRequired ? $0.sql.required : $0.sql } + announcements
        if !batch.isEmpty { _ = try perform(batch) }
    }

    /// Reads what nobody has waited for. What went wrong there shows in what follows.
    func settle() {
        guard !unread.isEmpty else { return }
        let commands = unread
        unread = []
        _ = try? answers(to: commands)
    }

    private func send(_ batch: [SQL]) throws(StorageError) -> [PostgresCommand] {
        settle()
        var all: [(text: String, parameters: PostgresParameters)] = []
        for sql in batch { all.append((sql.text, try PostgresParameters(sql.values))) }
        if statements.isFull(for: all.count) || statements.isStale {
            try run("DEALLOCATE ALL")
            statements = PreparedStatements()
        }
        try require(PQenterPipelineMode(handle))
        var commands: [PostgresCommand] = []
        for (text, parameters) in all { commands.append(try send(text, parameters)) }
        try require(PQpipelineSync(handle))
        return commands
    }

    private func send(_ text: String, _ parameters: PostgresParameters) throws(StorageError)
        -> PostgresCommand
    {
        let (statement, isNew) = statements.statement(for: text, parameters)
        let count = Int32(parameters.types.count)
        if isNew {
            let text = PreparedStatements.numbered(text)
            try require(PQsendPrepare(handle, statement.name, text, count, parameters.types))
        }
        try require(
            parameters.withPointers { pointers, lengths, formats in
                PQsendQueryPrepared(handle, statement.name, count, pointers, lengths, formats, 0)
            })
        return PostgresCommand(statement: statement, isNew: isNew)
    }

    private func answers(to commands: [PostgresCommand]) throws(StorageError) -> [PostgresAnswer] {
        var answers: [PostgresAnswer] = []
        var failure: StorageError?
        for command in commands {
            if command.isNew {
                read { _ in
                } failing: {
                    failure = failure ?? $0
                }
            }
            read {
                answers.append(PostgresAnswer($0, of: command.statement))
            } failing: {
                failure = failure ?? $0
            }
        }
        readEnd { failure = failure ?? $0 }
        _ = PQexitPipelineMode(handle)
        guard let failure else { return answers }
        // What came after the failure was not prepared; what was prepared before another node changed its table
        // fails until it is prepared anew.
        if failure == .serialization || commands.contains(where: \.isNew) { statements.isStale = true }
        throw failure
    }

    /// The last answer is to the end of the journey; a transaction that ends there may still fail before it.
    private func readEnd(failing fail: (StorageError) -> Void) {
        while let result = PQgetResult(handle).map(PostgresResult.init) {
            if PQresultStatus(result.handle) == PGRES_PIPELINE_SYNC { return }
            do throws(StorageError) { _ = try answer(result) } catch { fail(error) }
            // Each result but that of the end itself is followed by a null pointer.
            if PQstatus(handle) == CONNECTION_OK, let more = PQgetResult(handle) { PQclear(more) }
        }
        fail(.unreachable(String(cString: PQerrorMessage(handle)).trimmed))
    }

    /// The answer to one command: its result, and the null pointer that ends it.
    private func read(_ take: (PostgresResult) -> Void, failing fail: (StorageError) -> Void) {
        let result = PQgetResult(handle).map(PostgresResult.init)
        if result != nil, let more = PQgetResult(handle) { PQclear(more) }
        do throws(StorageError) { take(try answer(result)) } catch { fail(error) }
    }

    private func require(_ isDone: Int32) throws(StorageError) {
        if isDone != 1 { throw .unreachable(String(cString: PQerrorMessage(handle)).trimmed) }
    }
}

extension SQL {
    /// The same as a statement that fails when it gives no row, and everything on its journey with it.
    fileprivate var required: SQL {
        SQL(text: "WITH required AS (\(text)) SELECT 1 / count(*) FROM required", values: values)
    }
}

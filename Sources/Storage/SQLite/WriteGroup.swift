internal import GRDB

/// One write in line: a closure, and whoever waits for its answer.
struct WriteRequest: Sendable {
    typealias Answer = @Sendable () -> Void

    /// Runs the closure; the answer it returns is given once the group is durable.
    let run: @Sendable (Transaction) throws -> Answer
    /// Tells whoever waits that nothing was written.
    let refuse: @Sendable (any Error) -> Void
    /// Whether it is undone by itself when it fails. A prepared write that does nothing unless it finds what it requires, and
    /// then does the rest, goes without: SQLite keeps a copy of every page that is changed after a savepoint.
    let hasSavepoint: Bool

    init<T: Sendable>(_ body: @escaping Body<T>, _ continuation: CheckedContinuation<T, any Error>) {
        run = { transaction in
            let value = try transaction.checked(body)
            return { continuation.resume(returning: value) }
        }
        refuse = { continuation.resume(throwing: $0) }
        hasSavepoint = true
    }
}

extension WriteRequest {
    init(_ prepared: PreparedWrite, _ continuation: CheckedContinuation<Void, any Error>) {
        run = { transaction in
            try prepared.run(in: transaction.session)
            return { continuation.resume() }
        }
        refuse = { continuation.resume(throwing: $0) }
        hasSavepoint = !prepared.beginsWithAllItRequires
    }

    /// Whether nothing of it is left after an error. Without a savepoint that is so when what it requires was not there.
    func isUndone(after error: any Error) -> Bool {
        hasSavepoint || error as? StorageError == .outdated
    }
}

/// One shared transaction on the writing connection, with a savepoint for each member.
struct WriteGroup {
    let connection: GRDB.Database
    let ids: IDSource
    let notices: Notices
    /// How long one member may take, so that a long one cannot starve the others.
    let closureLimit: Duration

    /// The engine gave up the whole transaction because of its last member: a full disk, or a statement that
    /// was stopped in the middle of its work.
    private struct TransactionLost: Error {
        let cause: any Error
    }

    /// Makes all members durable together. When the group is lost through one that is known, the others are tried
    /// again without it; when it is lost in the commit, each is tried again alone: one guilty member does not fail
    /// the innocent. When it is lost through the disk, all are told so and none is tried again.
    func commit(_ members: some Sequence<WriteRequest>) {
        var tried: [WriteRequest] = []
        do {
            try connection.beginTransaction(.immediate)
        } catch {
            return refuse(Array(members), for: error)
        }
        do {
            var answers: [WriteRequest.Answer] = []
            for member in members {
                tried.append(member)
                answers.append(try answer(to: member))
            }
            try connection.commit()
            answers.forEach { $0() }
        } catch let lost as TransactionLost {
            undo()
            settle(tried.dropLast(), without: tried.last, lostBy: lost.cause)
        } catch {
            undo()
            settle(tried, lostBy: error)
        }
    }

    /// The guilty one is not tried again: it may have cost everybody seconds already.
    private func settle(
        _ others: some Collection<WriteRequest>, without guilty: WriteRequest?, lostBy error: any Error
    ) {
        guilty?.refuse(StorageError.mapped(error))
        guard !others.isEmpty else { return }
        let isHopeless = StorageError(any: error).isEngineFailure
        if isHopeless { refuse(Array(others), for: error) } else { commit(others) }
    }

    private func settle(_ members: [WriteRequest], lostBy error: any Error) {
        guard members.count > 1, !StorageError(any: error).isEngineFailure else {
            return refuse(members, for: error)
        }
        for member in members { commit(CollectionOfOne(member)) }
    }

    private func refuse(_ members: [WriteRequest], for error: any Error) {
        let refusal = StorageError(any: error)
        members.forEach { $0.refuse(refusal) }
    }

    /// Runs one member in its savepoint. A refusal of its own is its answer, given after the commit too:
    /// what it read may be the work of a member before it.
    private func answer(to member: WriteRequest) throws -> WriteRequest.Answer {
        if member.hasSavepoint { try run("SAVEPOINT member") }
        let session = SQLiteSession(connection, timeLimit: closureLimit)
        do {
            let answer = try session.withStatementsLimited {
                try member.run(Transaction(on: session, ids: ids))
            }
            if member.hasSavepoint { try run("RELEASE member") }
            return { [notices, announced = session.announced] in
                announced.forEach(notices.tell)
                answer()
            }
        } catch {
            guard connection.isInsideTransaction, member.isUndone(after: error) else {
                throw TransactionLost(cause: error)
            }
            if member.hasSavepoint {
                try run("ROLLBACK TO member")
                try run("RELEASE member")
            }
            let refusal = StorageError.mapped(error)
            return { member.refuse(refusal) }
        }
    }

    private func undo() {
        // A failed ROLLBACK leaves nothing to do here: the next BEGIN fails and says so.
        if connection.isInsideTransaction { try? connection.rollback() }
    }

    private func run(_ sql: SQL) throws {
        let run = try StatementRun(sql, on: connection)
        defer { run.end() }
        while try run.step() {}
    }
}

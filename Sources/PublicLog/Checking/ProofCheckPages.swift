import HTTPTypes
import Journal
import Refusals
import Storage
import TransparencyLog
import Web
import WorkingTime

/// 验证存证: anybody finds out whether a proof holds, without an account.
struct ProofCheckPages: Sendable {
    let keys: JournalKeys?
    let database: Database
    private let limit = RateLimit(burst: 20, perMinute: 20)

    init(keys: JournalKeys?, database: Database) { (self.keys, self.database) = (keys, database) }

    var routes: [Route] {
        [
            .get(LogPath.check, .anyone, "验证存证") { request, _ in
                .page(ProofCheckPage(token: request.csrf, keys: keys).page)
            },
            .post(LogPath.check, .anyone, journal: "journal.proof_checked", "验证存证") { request, _ in
                try await check(request)
            },
        ]
    }

    private func check(_ request: WebRequest) async throws -> WebResponse {
        guard let keys else { throw DomainError.notFound("本站没有启用日志存证。") }
        try limit.admit(request.address, at: request.now)
        let submission = try await ProofSubmission(request)
        let verdict = ProofCheck(trusting: keys).check(proof: submission.proof, promise: submission.promise)
        if case .unreadable(let sentence, let document) = verdict {
            let errors = [FieldError(document.rawValue, sentence)]
            let page = ProofCheckPage(token: request.csrf, keys: keys, errors: errors, submission: submission)
            return .page(page.page, status: .unprocessableContent)
        }
        let standing = try await standing(of: verdict)
        try await journal(verdict, standing, request)
        let page = VerdictPage(verdict: verdict, standing: standing, now: request.now)
        return WebResponse.page(page.page).header("Cache-Control", "no-store")
    }

    /// A proof that holds says what was signed then; whether our log still is what it was, only the log can say.
    private func standing(of verdict: ProofCheck.Verdict) async throws -> LogStanding {
        guard case .holds(let proven) = verdict else { return .unknown }
        let head = proven.checkpoint.head
        return try await database.read { tx in
            let size = try StoredCheckpoint.newest(in: tx)?.size ?? 0
            guard size >= head.size else { return .shorter }
            var reader = JournalTree.reader(size: head.size, in: tx)
            return (try? reader.root()) == head.root ? .agrees(size: size) : .differs
        }
    }

    /// A proof that does not hold is what auditors want to hear of.
    private func journal(
        _ verdict: ProofCheck.Verdict, _ standing: LogStanding, _ request: WebRequest
    ) async throws {
        let holds = verdict.holds && standing.isSound
        let somebody = Actor(
            accountID: 0, name: "访客", channel: request.channel.rawValue, address: request.address)
        let entry = JournalEntry(
            at: request.now, actor: somebody, action: "journal.proof_checked",
            subject: verdict.number ?? "proof", outcome: holds ? .done : .refused,
            sentence: holds ? "有人验证了一份存证，成立。" : "有人验证了一份存证，不成立。")
        try await database.write { _ = try Journal.append(entry, in: $0) }
    }
}

/// How our log as it is now stands to a checkpoint that somebody kept.
enum LogStanding: Sendable, Hashable {
    /// It continues it, and has so many entries now.
    case agrees(size: UInt64)
    /// It has another tree at that place.
    case differs
    /// It ends before it.
    case shorter
    /// Nothing was compared.
    case unknown

    /// Whether there is nothing to complain of.
    var isSound: Bool {
        switch self {
        case .agrees, .unknown: true
        case .differs, .shorter: false
        }
    }
}

extension ProofCheck.Verdict {
    var holds: Bool {
        switch self {
        case .holds, .promised: true
        case .broken, .unreadable: false
        }
    }

    /// The case it is about, when it says so.
    var number: String? {
        switch self {
        case .holds(let proven): proven.entry?.subject ?? proven.promise?.number
        case .promised(let promise): promise.number
        case .broken, .unreadable: nil
        }
    }
}

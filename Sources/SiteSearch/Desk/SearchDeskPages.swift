import HTTPTypes
import Identity
import Journal
import Refusals
import Search
import Storage
import Web
import WorkingTime

/// The desk of the search: what was asked in vain, synonyms, and what stands first.
struct SearchDeskPages: Sendable {
    let database: Database

    var routes: [Route] {
        [
            .get(SearchPath.desk, .may(.editSearch, .rebuildSearch), "站内搜索") { request, officer in
                try await show(request, officer, SearchDeskForm())
            },
            .post(
                SearchPath.synonyms, .may(.editSearch), journal: "search.synonyms_added", "添加同义词"
            ) { try await addSynonyms($0, $1) },
            .post(
                SearchPath.synonymsRemoval("{id}"), .may(.editSearch),
                journal: "search.synonyms_removed", "删除同义词"
            ) { try await removeSynonyms($0, $1) },
            .post(
                SearchPath.bets, .may(.editSearch), journal: "search.best_bet_added", "添加推荐结果"
            ) { try await addBet($0, $1) },
            .post(
                SearchPath.betRemoval("{id}"), .may(.editSearch), journal: "search.best_bet_removed",
                "删除推荐结果"
            ) { try await removeBet($0, $1) },
            .post(
                SearchPath.reading, .may(.rebuildSearch), journal: "search.reading_asked", "重建搜索索引"
            ) { try await readAgain($0, $1) },
        ]
    }

    private func show(
        _ request: WebRequest, _ officer: OfficerContext, _ form: SearchDeskForm
    ) async throws -> WebResponse {
        let now = request.now
        let (mayEdit, mayRebuild) = (officer.may(.editSearch), officer.may(.rebuildSearch))
        let page = try await database.read { tx in
            SearchDeskPage(
                form: form, misses: try MissStore.frequent(at: now, in: tx),
                synonyms: try SynonymStore.all(in: tx).groups, bets: try BetStore.all(in: tx),
                mayEdit: mayEdit, mayRebuild: mayRebuild, token: request.csrf)
        }
        return .page(page.page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func addSynonyms(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        var form = SearchDeskForm(try await request.form())
        let (actor, now, entered) = (officer.actor(request), request.now, form.synonyms)
        do {
            let words = try SynonymGroup.words(from: entered)
            try await database.write { tx in
                let id = try SynonymStore.insert(words, by: actor.name, at: now, in: tx)
                try Self.append(
                    "search.synonyms_added", "search-synonyms/\(id)",
                    "\(actor.name)添加了同义词：\(words.joined(separator: "、"))。", by: actor, at: now, in: tx)
            }
            return .redirect(to: SearchPath.desk)
        } catch DomainError.invalid(let errors) {
            form.errors = errors
            return try await show(request, officer, form)
        }
    }

    private func addBet(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        var form = SearchDeskForm(try await request.form())
        let (actor, now) = (officer.actor(request), request.now)
        do {
            let bet = try BestBet(
                id: database.ids.next(), entered: form.words, title: form.title, address: form.address)
            try await database.write { tx in
                try BetStore.insert(bet, by: actor.name, at: now, in: tx)
                try Self.append(
                    "search.best_bet_added", "search-best-bet/\(bet.id)",
                    "\(actor.name)为“\(bet.words)”添加了推荐结果：\(bet.title)。", by: actor, at: now, in: tx)
            }
            return .redirect(to: SearchPath.desk)
        } catch DomainError.invalid(let errors) {
            form.errors = errors
            return try await show(request, officer, form)
        }
    }
}

/// What takes away, and what reads again.
extension SearchDeskPages {
    private func removeSynonyms(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse
    {
        let missing: Sentence = "没有这组同义词，可能已被删除。"
        let (id, actor, now) = (try request.id(missing), officer.actor(request), request.now)
        try await database.write { tx in
            guard let words = try SynonymStore.remove(id, in: tx) else { throw DomainError.notFound(missing) }
            try Self.append(
                "search.synonyms_removed", "search-synonyms/\(id)", "\(actor.name)删除了同义词：\(words)。",
                by: actor, at: now, in: tx)
        }
        return .redirect(to: SearchPath.desk)
    }

    private func removeBet(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let missing: Sentence = "没有这条推荐结果，可能已被删除。"
        let (id, actor, now) = (try request.id(missing), officer.actor(request), request.now)
        try await database.write { tx in
            guard let words = try BetStore.remove(id, in: tx) else { throw DomainError.notFound(missing) }
            try Self.append(
                "search.best_bet_removed", "search-best-bet/\(id)", "\(actor.name)删除了“\(words)”的推荐结果。",
                by: actor, at: now, in: tx)
        }
        return .redirect(to: SearchPath.desk)
    }

    private func readAgain(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (actor, now) = (officer.actor(request), request.now)
        try await database.write { tx in
            try SearchSource.readAllAgain(in: tx)
            try Self.append(
                "search.reading_asked", "search/sources", "\(actor.name)要求重建搜索索引。", by: actor, at: now,
                in: tx)
        }
        return .redirect(to: SearchPath.desk)
    }

    private static func append(
        _ action: String, _ subject: String, _ sentence: Sentence, by actor: Actor, at now: Instant,
        in tx: Transaction
    ) throws {
        _ = try Journal.append(
            JournalEntry(at: now, actor: actor, action: action, subject: subject, sentence: sentence), in: tx)
    }
}

import Government
import Identity
import Journal
import Messaging
import Refusals
import Storage
import WorkingTime

/// Originals that go from hand to hand, and results that are sent.
struct Papers: Sendable {
    let database: Database
    let outbox: Outbox
    /// The account of a case's applicant, if they have one, as an officer may see it; refuses what they may not see.
    let applicant: @Sendable (String, Viewer) async throws -> Int64?

    /// Who acts: with the organs for which they may.
    struct Hand: Sendable {
        let actor: Actor
        let organs: Set<String>
        let viewer: Viewer
    }

    /// Takes an original in.
    /// - Throws: `notFound` for a case the officer may not see, `invalid` when nothing is said about the paper.
    func take(_ words: String, of number: String, by hand: Hand, at now: Instant) async throws -> Int64 {
        guard !words.isEmpty, words.count <= 200 else {
            throw DomainError.invalid("words", "请写明是什么原件、几份，不超过 200 字。")
        }
        guard let place = hand.actor.organ else { throw DomainError.forbidden("您的账号不属于任何部门。") }
        let account = try await known(number, to: hand)
        return try await database.write { tx in
            let paper = Paper(
                id: tx.ids.next(), caseNumber: number, words: words, place: place,
                takenBy: hand.actor.accountID, takenAt: now)
            try PaperStore.insert(paper, in: tx)
            try record("paper.taken", paper, "\(hand.actor.name)收下原件：\(words)。", hand, now, tx)
            try tell(account, number, "已收下您的原件：\(words)。用完后退还。", at: now, in: tx)
            return paper.id
        }
    }

    /// Hands one over, takes it back, signs for it or gives it back to its owner.
    func act(_ action: PaperAction, on id: Int64, by hand: Hand, at now: Instant) async throws {
        let number = try await database.read { try PaperStore.paper(id, in: $0).caseNumber }
        let account = action == .giveBack ? try await known(number, to: hand) : nil
        try await database.write { tx in
            var paper = try PaperStore.locked(id, in: tx)
            let from = paper.place
            switch action {
            case .handOver(let organ):
                guard try Directory.organ(organ, in: tx) != nil else {
                    throw DomainError.invalid("organ", "请选择要交给哪个部门。")
                }
                try paper.handOver(to: organ, by: hand.actor, organs: hand.organs, at: now)
            case .takeBack: try paper.takeBack(organs: hand.organs)
            case .sign:
                let heading = try paper.sign(by: hand.actor, organs: hand.organs)
                let receipt = PaperReceipt(
                    from: from, to: heading.organ, handedBy: .init(id: heading.handedBy, name: ""),
                    handedAt: heading.handedAt,
                    signedBy: .init(id: hand.actor.accountID, name: hand.actor.name), signedAt: now)
                try PaperStore.insert(receipt, of: id, in: tx)
            case .giveBack:
                try paper.giveBack(by: hand.actor, organs: hand.organs, at: now)
                try tell(account, number, "您的原件已退还：\(paper.words)。", at: now, in: tx)
            }
            try PaperStore.save(paper, in: tx)
            try record(
                action.journal, paper, "\(hand.actor.name)\(action.chinese)原件：\(paper.words)。", hand, now, tx)
        }
    }

    /// Notes that a result was sent, and tells the applicant under which number.
    /// - Throws: `invalid` when something is missing or the number is taken.
    func send(_ number: String, company: String, tracking: String, by hand: Hand, at now: Instant)
        async throws
    {
        guard !company.isEmpty, company.count <= 40 else { throw DomainError.invalid("company", "请填写快递公司。") }
        guard tracking.wholeMatch(of: /[A-Za-z0-9-]{6,40}/) != nil else {
            throw DomainError.invalid("tracking", "快递单号应为 6 到 40 位字母、数字或者短横线。")
        }
        guard let organ = hand.actor.organ else { throw DomainError.forbidden("您的账号不属于任何部门。") }
        let account = try await known(number, to: hand)
        try await database.write { tx in
            let delivery = Delivery(
                id: tx.ids.next(), caseNumber: number, company: company, tracking: tracking, organ: organ,
                accountID: account, sentBy: hand.actor.accountID, sentAt: now)
            do { try PaperStore.insert(delivery, in: tx) } catch StorageError.unique {
                throw DomainError.invalid("tracking", "这个快递单号已经登记过，请核对。")
            }
            _ = try Journal.append(
                JournalEntry(
                    at: now, actor: hand.actor, action: "delivery.sent", subject: number,
                    sentence: "办理结果已由\(company)寄出，单号 \(tracking)。", isPublic: true), in: tx)
            try tell(account, number, "办理结果已由\(company)寄出，单号 \(tracking)。", at: now, in: tx)
        }
    }

    private func known(_ number: String, to hand: Hand) async throws -> Int64? {
        guard !number.isEmpty else { throw DomainError.invalid("number", "请填写办件编号。") }
        return try await applicant(number, hand.viewer)
    }

    private func tell(
        _ account: Int64?, _ number: String, _ sentence: Sentence, at now: Instant, in tx: Transaction
    )
        throws
    {
        guard let account else { return }
        try outbox.enqueue(to: account, about: number, sentence, at: now, in: tx)
    }

    private func record(
        _ action: String, _ paper: Paper, _ sentence: Sentence, _ hand: Hand, _ now: Instant,
        _ tx: Transaction
    ) throws {
        _ = try Journal.append(
            JournalEntry(
                at: now, actor: hand.actor, action: action, subject: "paper:\(paper.id)", sentence: sentence,
                detail: ["case": paper.caseNumber, "place": paper.place, "to": paper.heading?.organ ?? ""]),
            in: tx)
    }
}

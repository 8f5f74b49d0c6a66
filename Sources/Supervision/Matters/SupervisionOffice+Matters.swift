import Foundation
import Government
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

extension SupervisionOffice {
    static let noMatter: Sentence = "没有这条报送记录。"

    /// The kinds there are, by their newest versions, with the organs that report them on a day.
    func kinds(on day: CivilDate) async throws -> [SupervisedKind] {
        try await database.read { try KindStore.kinds(on: day, in: $0).map(\.kind) }
    }

    /// Which matters of a kind an officer may see: who reports for it reads all that was reported, whoever is responsible.
    static func matters(_ officer: OfficerContext, of kind: SupervisedKind) -> MatterFilter {
        feeds(officer, kind) ? MatterFilter() : concerning(officer)
    }

    /// Which matters concern an officer, with what supervision has noticed about them: all, or those of their organs.
    static func concerning(_ officer: OfficerContext) -> MatterFilter {
        MatterFilter(organs: officer.account.reachesDistrict(with: .readSignals) ? nil : officer.organs)
    }

    /// Whether an officer reports for a kind: its organ does, and nobody where the house does so itself.
    static func feeds(_ officer: OfficerContext, _ kind: SupervisedKind) -> Bool {
        guard !DeliveredKinds.fedByHouse.contains(kind.key) else { return false }
        return officer.account.reachesDistrict(with: .feedMatters)
            || officer.account.organs(for: .feedMatters).contains(kind.organ)
    }

    /// - Throws: `forbidden` for whoever does not report for a kind, with the reason.
    static func requireFeeding(_ officer: OfficerContext, _ kind: SupervisedKind) throws {
        guard !feeds(officer, kind) else { return }
        guard !DeliveredKinds.fedByHouse.contains(kind.key) else {
            throw DomainError.forbidden("「\(kind.name)」由系统按审核结果自动报送，不能另外报送。")
        }
        throw DomainError.forbidden("「\(kind.name)」由指定的部门报送，您的部门不报送。")
    }

    /// Takes in what was sent. What was sent under the same key before is answered as then.
    func deliver(
        _ key: String, _ request: WebRequest, _ officer: OfficerContext, once: Idempotency.Request? = nil,
        _ read: @escaping @Sendable (RecordSchema) throws -> [DeliveredRecord]
    ) async throws -> DeliveryReport {
        let now = request.now
        return try await database.write { tx in
            let version = try KindStore.kind(key, on: now.day, in: tx)
            try Self.requireFeeding(officer, version.kind)
            if let once, let answer = try Idempotency.replay(once, in: tx) {
                return try JSONDecoder().decode(DeliveryReport.self, from: Data(answer.response.utf8))
            }
            let actor = officer.actor(request, organ: version.kind.organ)
            var intake = try MatterIntake(
                version, organs: try Directory.everyOrgan(in: tx),
                calendar: try Directory.calendar(in: tx), by: actor, at: now)
            let report = try intake.take(try read(intake.reading.schema), in: tx)
            if let once {
                try Idempotency.record(
                    .init(status: 200, response: encodeJSON(report)), to: once, at: now, in: tx)
            }
            return report
        }
    }

    /// Puts a kind in place: the first version, or one more.
    func put(_ kind: SupervisedKind, isNew: Bool, _ request: WebRequest, _ officer: OfficerContext)
        async throws
    {
        try kind.requireComplete()
        guard let organ = try await directory.organ(kind.organ), organ.isLiving else {
            throw DomainError.invalid("organ", "请选择报送的部门。")
        }
        let (actor, now) = (officer.actor(request), request.now)
        try await database.write { tx in
            try tx.exclude("supervised-kinds")
            let earlier = try KindStore.kinds(in: tx).first { $0.kind.key == kind.key }
            if isNew && earlier != nil { throw DomainError.invalid("key", "已经有这个代号的种类，请在它的页面修改。") }
            if !isNew && earlier == nil { throw DomainError.notFound("没有这类监察事项。") }
            guard earlier?.kind != kind else { return }
            let version = KindVersion(
                id: tx.ids.next(), version: (earlier?.version ?? 0) + 1, kind: kind, editedByName: actor.name,
                editedAt: now)
            try KindStore.insert(version, in: tx)
            try Journal.append(
                JournalEntry(
                    at: now, actor: actor, action: "supervised_kind.written", subject: "kind:\(kind.key)",
                    sentence: "\(actor.name)规定监察事项「\(kind.name)」第 \(version.version) 版。",
                    afterDigest: try Journal.digest(of: kind)), in: tx)
        }
    }
}

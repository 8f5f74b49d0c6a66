import HTTPTypes
import Identity
import Refusals
import Storage
import Web

/// The delivered grades, offered to a house whose model is from before there were any: one step writes a draft with them
/// beside the version in force. A person tries it and another switches it on, as with every model.
enum OfferedGrades {
    static let taken: Sentence = "这一版已经有等次。"

    static func scale() throws -> GradeScale {
        try PerformanceModel(text: PerformanceModel.deliveredText()).scale
    }

    /// The text with the delivered grades in it; whatever else is written there stays, comments as well.
    ///
    /// - Throws: `conflict` where it has grades; `invalid` when it cannot be read.
    static func written(into text: String) throws -> String {
        guard try PerformanceModel(text: text).scale.isEmpty else { throw DomainError.conflict(taken) }
        let block = ["grades:"] + (try scale()).grades.map { "  - { name: \($0.name), from: \($0.from) }" }
        // An empty `grades:` would stand there twice. What came from a form has its lines end with two characters.
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
            .filter { !$0.hasPrefix("grades:") }
        let place = lines.firstIndex { $0.hasPrefix("indicators:") } ?? lines.endIndex
        lines.insert(contentsOf: block, at: place)
        let written = lines.joined(separator: "\n")
        // A text of another make, as one in braces, is for a person to write.
        guard let model = try? PerformanceModel(text: written), !model.scale.isEmpty else {
            throw DomainError.conflict("这一版的写法不能自动补等次，请起草新版本，自己写上 grades。")
        }
        return written
    }

    /// Whether a version is the one to offer them with: the newest that is on, without grades, and no draft waits.
    static func fits(_ version: ModelVersion, among versions: [ModelVersion]) -> Bool {
        version.id == versions.first { $0.state == .on }?.id
            && !versions.contains { $0.state == .draft } && (try? version.model().scale.isEmpty) == true
    }
}

extension ModelPages {
    var gradeRoutes: [Route] {
        [
            .post(
                PerformancePath.modelAct("{id}", "grades"), .may(.writeModels),
                journal: "performance_model.drafted",
                "起草补上等次的新版本"
            ) { try await offerGrades($0, $1) }
        ]
    }

    private func offerGrades(_ request: WebRequest, _ officer: OfficerContext) async throws -> WebResponse {
        let (id, actor, now) = (
            try request.id(ModelStore.noModel), officer.actor(request), request.now
        )
        let draft = try await office.database.write { tx in
            try tx.exclude("performance-model")
            let (version, all) = (try ModelStore.version(id, in: tx), try ModelStore.versions(in: tx))
            if let draft = all.first(where: { $0.state == .draft }) {
                throw DomainError.conflict("第 \(draft.version) 版正在起草，请在那一版里写上等次。")
            }
            let body = try OfferedGrades.written(into: version.body)
            guard OfferedGrades.fits(version, among: all) else {
                throw DomainError.conflict("以后启用过新的版本，请在新的版本里补等次。")
            }
            return try insert(body, "起草补上等次的", after: all, by: actor, at: now, in: tx)
        }
        return .redirect(to: PerformancePath.model(String(draft)))
    }
}

extension ModelPage {
    /// What a model from before there were grades is offered.
    var offer: HTML {
        guard offersGrades, let words = try? OfferedGrades.scale().words else { return .empty }
        return Card(
            "等次",
            """
            <p>这一版没有规定等次，得分旁边只有分数。可以补上随程序交付的等次：\(words)。其他内容不变，写成一份草稿；看过试算，由另一人启用以后才有效。</p>
            \(PostButton("补上等次，起草新版本", action: PerformancePath.modelAct(String(version.id), "grades"), token: token).html)
            """
        ).html
    }
}

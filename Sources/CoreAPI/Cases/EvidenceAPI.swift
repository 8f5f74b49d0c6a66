import Cases
import Identity
import Web

/// 补正: the organ asks once for everything, the applicant supplies it.
struct EvidenceAPI: Sendable {
    let changes: CaseChanges
    let uploads: UploadedMaterials

    var routes: [Route] {
        [
            .post(
                APIPath.ofCase("evidence-requests"), .staff, journal: "case.evidence_requested", "一次性告知补正",
                api: Self.requestOperation
            ) { request, officer in
                let input = try await request.json(EvidenceRequestInput.self)
                return try await changes.change(request, by: officer.signedIn, body: input) {
                    number, matter, occasion in
                    let task = try matter.evidenceTask(of: number, for: occasion.actor)
                    try matter.complete(task: task.id, with: input.finding(for: task), on: occasion)
                }
            },
            .post(
                APIPath.ofCase("evidence"), .signedIn, journal: "case.evidence_supplied", "提交补正",
                api: Self.supplyOperation
            ) { request, caller in
                let input = try await request.json(EvidenceInput.self)
                // What one may not see is not found, whatever was sent.
                _ = try await changes.cases.matter(request.caseNumber(), for: caller.viewer)
                let materials = try await uploads.materials(input, of: caller, at: changes.cases.now)
                return try await changes.change(request, by: caller, body: input) {
                    number, matter, occasion in
                    try matter.supplyEvidence(
                        number, materials: materials, note: input.note, on: occasion)
                }
            },
        ]
    }
}

/// What is missing, and why.
struct EvidenceRequestInput: Codable, Sendable {
    struct Item: Codable, Sendable {
        /// Id of a material of the service; absent when it is not about a material.
        let requirement: String?
        let reason: String
    }

    let items: [Item]
    let opinion: String?

    func finding(for task: CaseTask) -> Finding {
        let reasons = items.map(\.reason) + [opinion ?? ""]
        let words = reasons.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "；")
        return Finding(
            outcome: task.act == .request ? "send" : "supplement", opinion: words.isEmpty ? nil : words,
            missing: items.compactMap(\.requirement))
    }
}

/// What the applicant brings.
struct EvidenceInput: Codable, Sendable {
    struct Item: Codable, Sendable {
        let requirement: String
        let file: String
    }

    let materials: [Item]?
    let note: String?

    /// The same in the description of the API.
    static let fields: [Schema.Member] = [
        .init(
            "materials",
            .nullable(
                .list(.object([.init("requirement", .text, "材料编号"), .init("file", .text, "上传后得到的 id")]))),
            optional: true),
        .init("note", .nullable(.words(0...2_000)), "情况说明", optional: true),
    ]
}

extension EvidenceAPI {
    private static let requestOperation = CaseChanges.operation(
        "requestEvidence",
        [
            .init(
                "items",
                .list(
                    .object([
                        .init("requirement", .nullable(.text), "材料编号", optional: true),
                        .init("reason", .words(0...2_000), "缺什么、为什么"),
                    ]))),
            .init("opinion", .nullable(.words(0...2_000)), "补充说明", optional: true),
        ])

    private static let supplyOperation = CaseChanges.operation("supplyEvidence", EvidenceInput.fields)
}

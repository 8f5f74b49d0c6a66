import Cases
import Files
import Identity
import Refusals
import Storage
import Web

/// What applicants promised, and hearings, for programs: the same rules as on the pages.
struct PromiseAPI: Sendable {
    let changes: CaseChanges
    let uploads: UploadedMaterials

    var routes: [Route] {
        [
            .post(
                APIPath.ofCase("promised-materials"), .signedIn, journal: "case.promised_supplied", "补交承诺的材料",
                api: Self.supply
            ) { request, caller in
                let input = try await request.json(EvidenceInput.self)
                // What one may not see is not found, whatever was sent.
                _ = try await changes.cases.matter(request.caseNumber(), for: caller.viewer)
                let materials = try await uploads.materials(input, of: caller, at: changes.cases.now)
                return try await changes.change(request, by: caller, body: input) {
                    number, matter, occasion in
                    try matter.supplyPromised(number, materials: materials, on: occasion)
                }
            },
            .post(
                APIPath.ofCase("hearing-requests"), .signedIn, journal: "hearing.requested", "要求听证",
                api: Self.request
            ) { request, caller in
                let input = try await request.json(
                    HearingRequestInput.self, whenAbsent: HearingRequestInput(words: nil))
                return try await changes.change(request, by: caller, body: input) {
                    number, matter, occasion in
                    try matter.requestHearing(number, words: input.words ?? "", on: occasion)
                }
            },
        ]
    }
}

/// Why a hearing is asked for, if the applicant wants to say so.
struct HearingRequestInput: Codable, Sendable {
    let words: String?
}

extension PromiseAPI {
    private static let supply = CaseChanges.operation("supplyPromisedMaterials", EvidenceInput.fields)

    private static let request = CaseChanges.operation(
        "requestHearing", [.init("words", .nullable(.words(0...2_000)), "理由", optional: true)])
}

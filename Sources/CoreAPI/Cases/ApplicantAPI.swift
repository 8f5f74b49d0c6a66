import Cases
import Identity
import Web

/// What applicants do with their case: take it back, urge, and say how it was.
struct ApplicantAPI: Sendable {
    let changes: CaseChanges

    var routes: [Route] {
        [
            .post(
                APIPath.ofCase("withdrawal"), .signedIn, journal: "case.withdrawn", "撤回申请", api: Self.withdraw
            ) { request, caller in
                let input = try await request.json(
                    WithdrawalInput.self, whenAbsent: WithdrawalInput(reason: nil))
                return try await changes.change(request, by: caller, body: input) { _, matter, occasion in
                    try matter.withdraw(reason: input.reason ?? "", on: occasion)
                }
            },
            .post(APIPath.ofCase("urgings"), .signedIn, journal: "case.urged", "催办", api: Self.urge) {
                request, caller in
                try await changes.change(request, by: caller, body: NoBody()) { number, matter, occasion in
                    try matter.urge(number, on: occasion)
                }
            },
            .post(APIPath.ofCase("ratings"), .signedIn, journal: "case.rated", "评价", api: Self.rate) {
                request, caller in
                let input = try await request.json(RatingInput.self)
                return try await changes.change(request, by: caller, body: input) {
                    number, matter, occasion in
                    try matter.rate(
                        number, grade: input.grade.value, comment: input.comment,
                        reasons: input.reasons ?? [], on: occasion)
                }
            },
        ]
    }
}

/// Why the applicant takes the application back, if they want to say so.
struct WithdrawalInput: Codable, Sendable {
    let reason: String?
}

/// 好差评.
struct RatingInput: Codable, Sendable {
    let grade: WholeNumber
    let comment: String?
    let reasons: [String]?
}

extension ApplicantAPI {
    private static let withdraw = CaseChanges.operation(
        "withdrawCase", [.init("reason", .nullable(.words(0...2_000)), optional: true)])

    private static let urge = CaseChanges.operation("urgeCase", nil)

    private static let rate = CaseChanges.operation(
        "rateCase",
        [
            .init("grade", .whole(1...5), "5 非常满意 … 1 非常不满意"),
            .init("comment", .nullable(.words(0...2_000)), optional: true),
            .init("reasons", .nullable(.list(.oneOf(Rating.reasons.map(\.code)))), "勾选的原因", optional: true),
        ])
}

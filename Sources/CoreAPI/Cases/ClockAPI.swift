import Cases
import Identity
import Refusals
import Web

/// What officers do with the clocks of a case: stop them for a lawful reason, let them run, put them off, and end it
/// all.
struct ClockAPI: Sendable {
    let changes: CaseChanges

    var routes: [Route] {
        [
            .post(
                APIPath.ofCase("suspensions"), .staff, journal: "case.suspended", "暂停计时", api: Self.suspend
            ) { request, officer in
                let input = try await request.json(SuspensionInput.self)
                let reason = try input.lawfulReason
                return try await changes.change(request, by: officer.signedIn, body: input) {
                    number, matter, occasion in
                    try matter.suspend(
                        number, for: reason, note: input.note, expectedDays: input.expected_days.value,
                        on: occasion
                    )
                }
            },
            .post(APIPath.ofCase("resumptions"), .staff, journal: "case.resumed", "恢复计时", api: Self.resume) {
                request, officer in
                try await changes.change(request, by: officer.signedIn, body: NoBody()) {
                    number, matter, occasion in
                    try matter.resume(number, on: occasion)
                }
            },
            .post(APIPath.ofCase("extensions"), .staff, journal: "case.extended", "延长办理时限", api: Self.extend)
            {
                request, officer in
                let input = try await request.json(ExtensionInput.self)
                return try await changes.change(request, by: officer.signedIn, body: input) {
                    number, matter, occasion in
                    try matter.extend(number, reason: input.reason, on: occasion)
                }
            },
            .post(
                APIPath.ofCase("termination"), .staff, journal: "case.terminated", "终止办理", api: Self.terminate
            ) { request, officer in
                let input = try await request.json(TerminationInput.self)
                return try await changes.change(request, by: officer.signedIn, body: input) {
                    number, matter, occasion in
                    try matter.terminate(number, reason: input.reason, on: occasion)
                }
            },
        ]
    }
}

/// Why the clocks shall stand still.
struct SuspensionInput: Codable, Sendable {
    let reason: String
    let note: String
    let expected_days: WholeNumber

    /// - Throws: `invalid` naming the reasons the law knows.
    var lawfulReason: SuspensionReason {
        get throws {
            guard let reason = SuspensionReason(rawValue: reason) else {
                let allowed = SuspensionReason.allCases.map { "\($0.rawValue)（\($0.chinese)）" }
                throw DomainError.invalid("reason", "reason 只能是：\(allowed.joined(separator: "、"))。")
            }
            return reason
        }
    }
}

/// Why the decision is put off.
struct ExtensionInput: Codable, Sendable {
    let reason: String
}

/// Why a case ends without a decision.
struct TerminationInput: Codable, Sendable {
    let reason: String
}

extension ClockAPI {
    private static let suspend = CaseChanges.operation(
        "suspendCase",
        [
            .init("reason", .oneOf(SuspensionReason.allCases.map(\.rawValue)), "法定事由"),
            .init("note", .words(0...2_000), "具体情况，申请人会看到"),
            .init("expected_days", .whole(1...180), "预计需要的天数"),
        ])

    private static let resume = CaseChanges.operation("resumeCase", nil)

    private static let extend = CaseChanges.operation(
        "extendCase", [.init("reason", .words(0...2_000), "延长的理由，申请人会看到")])

    private static let terminate = CaseChanges.operation(
        "terminateCase", [.init("reason", .words(0...2_000), "终止办理的理由，会写进给申请人的通知书")])
}

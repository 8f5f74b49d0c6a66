import BusinessProcess
import Cases
import Identity
import Refusals
import Web

/// How officers change the course of a case: each call is one rule of the matter, as on its page.
struct CourseAPI: Sendable {
    let changes: CaseChanges
    let colleagues: TaskColleagues

    var routes: [Route] { backRoutes + colleagueRoutes + stillRoutes }

    private var backRoutes: [Route] {
        [
            reasoned("rejection", "task.rejected", "驳回", Self.reject) {
                try $0.reject(task: $1, reason: $2, on: $3)
            },
            plain("withdrawal", "task.withdrawn", "撤回", Self.withdraw) { try $0.withdraw(task: $1, on: $2) },
            .post(APIPath.ofTask("jump"), .staff, journal: "task.jumped", "跳转", api: Self.jump) {
                request, officer in
                let input = try await request.json(JumpInput.self)
                return try await changes.change(task: request, by: officer.signedIn, body: input) {
                    try $1.jump(task: $0, to: input.to, reason: input.reason, on: $2)
                }
            },
        ]
    }

    private var colleagueRoutes: [Route] {
        [
            .post(APIPath.ofTask("delegation"), .staff, journal: "task.delegated", "委托", api: Self.delegate) {
                request, officer in
                let input = try await request.json(TransferInput.self)
                let colleague = try await colleagues.colleague(
                    input.colleague, around: request, for: officer)
                return try await changes.change(task: request, by: officer.signedIn, body: input) {
                    try $1.delegate(task: $0, to: colleague, reason: input.reason, on: $2)
                }
            },
            noted("handback", "task.handed_back", "交回", Self.handBack) {
                try $0.handBack(task: $1, note: $2, on: $3)
            },
            reasoned("recall", "task.recalled", "收回", Self.recall) {
                try $0.recall(task: $1, reason: $2, on: $3)
            },
            .post(APIPath.ofTask("signers"), .staff, journal: "task.signer_added", "加签", api: Self.sign) {
                request, officer in
                let input = try await request.json(SignerInput.self)
                let order = try input.signingOrder
                let colleague = try await colleagues.colleague(
                    input.colleague, around: request, for: officer)
                return try await changes.change(task: request, by: officer.signedIn, body: input) {
                    try $1.addSigner(task: $0, colleague, order, reason: input.reason, on: $2)
                }
            },
            plain("removal", "task.signer_removed", "减签", Self.remove) {
                try $0.removeSigner(task: $1, on: $2)
            },
        ]
    }

    private var stillRoutes: [Route] {
        [
            noted("urgings", "task.urged", "催办", Self.urge) { try $0.urge(task: $1, note: $2, on: $3) },
            reasoned("standstill", "task.suspended", "挂起", Self.halt) {
                try $0.suspend(task: $1, reason: $2, on: $3)
            },
            plain("continuation", "task.resumed", "恢复", Self.goOn) { try $0.resume(task: $1, on: $2) },
        ]
    }
}

/// Calls that carry nothing, a reason, or a note.
extension CourseAPI {
    private typealias Words = @Sendable (inout Matter, Int64, String, Occasion) throws -> Void

    private func plain(
        _ name: String, _ action: String, _ summary: String, _ operation: APIOperation,
        _ rule: @escaping @Sendable (inout Matter, Int64, Occasion) throws -> Void
    ) -> Route {
        .post(APIPath.ofTask(name), .staff, journal: action, summary, api: operation) { request, officer in
            try await changes.change(task: request, by: officer.signedIn, body: NoBody()) {
                try rule(&$1, $0, $2)
            }
        }
    }

    private func reasoned(
        _ name: String, _ action: String, _ summary: String, _ operation: APIOperation,
        _ rule: @escaping Words
    ) -> Route {
        .post(APIPath.ofTask(name), .staff, journal: action, summary, api: operation) { request, officer in
            let input = try await request.json(ReasonInput.self)
            return try await changes.change(task: request, by: officer.signedIn, body: input) {
                try rule(&$1, $0, input.reason, $2)
            }
        }
    }

    private func noted(
        _ name: String, _ action: String, _ summary: String, _ operation: APIOperation,
        _ rule: @escaping Words
    ) -> Route {
        .post(APIPath.ofTask(name), .staff, journal: action, summary, api: operation) { request, officer in
            let input = try await request.json(NoteInput.self, whenAbsent: NoteInput(note: nil))
            return try await changes.change(task: request, by: officer.signedIn, body: input) {
                try rule(&$1, $0, input.note ?? "", $2)
            }
        }
    }
}

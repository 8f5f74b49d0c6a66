import HTTPTypes
import Storage
import Web

/// What a supervisor of processes asks: alive, and ready to serve.
struct HealthPages: Sendable {
    let database: Database
    let readiness: Readiness

    var routes: [Route] {
        [
            .get("/healthz", .anyone, "存活检查") { _, _ in .text("ok\n") },
            .get("/readyz", .anyone, "就绪检查") { _, _ in await ready() },
        ]
    }

    /// Migrations ran before the first request, so a database that answers is a database that is ready.
    private func ready() async -> WebResponse {
        guard !readiness.isDraining else { return .text("draining\n", status: .serviceUnavailable) }
        do {
            _ = try await database.read { try $0.count("SELECT 1") }
            return .text("ok\n")
        } catch {
            return .text("database unreachable\n", status: .serviceUnavailable)
        }
    }
}

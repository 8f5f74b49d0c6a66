import Modules
import Storage
import WorkingTime

/// Counts a whole year for every organ and freezes it, and listens meanwhile to how far it has come.
struct Scoring {
    let database: Database
    let jobs: [Job]
    let now: Instant

    func run() async throws -> [String: Double] {
        var figures: [String: Double] = [:]
        // The delivered model comes with the first count; what runs is counted anew every ten minutes after it.
        figures["scoringFirstCountSeconds"] = try await seconds("performance.refresh", at: now)
        figures["scoringRefreshSeconds"] = try await seconds("performance.refresh", at: now)
        let year = String(now.day.year)
        try await ask(year)
        let listening = Task { try await steps(of: year) }
        let later = now.adding(seconds: 60 * 86_400)
        figures["scoringYearSeconds"] = try await seconds("performance.freeze", at: later)
        listening.cancel()
        figures["scoringProgressSteps"] = Double(try await listening.value)
        figures["scoringOrgans"] = Double(
            try await database.read {
                try $0.count("SELECT count(*) FROM performance_score WHERE period = \(year)")
            })
        return figures
    }

    private func seconds(_ name: String, at now: Instant) async throws -> Double {
        guard let job = jobs.first(where: { $0.name == name }) else { return 0 }
        return try await SupervisionBenchmark.seconds { try await job.run(now) }
    }

    private func ask(_ year: String) async throws {
        _ = try await database.write { tx in
            try tx.execute(
                """
                INSERT INTO performance_period (period, state, asked_by, asked_by_name, asked_at, days_done, days)
                VALUES (\(year), 'asked', 1, '试验', \(now), 0, 365)
                """)
        }
    }

    /// How many times somebody who looks ten times a second sees that it has gone on.
    private func steps(of year: String) async throws -> Int {
        var seen: Set<Int> = []
        while !Task.isCancelled {
            try await database.read { tx in
                try tx.row("SELECT days_done FROM performance_period WHERE period = \(year)")?.int(
                    "days_done")
            }.map { _ = seen.insert($0) }
            try? await Task.sleep(for: .milliseconds(100))
        }
        return seen.count
    }
}
